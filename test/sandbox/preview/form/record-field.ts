import { sobjects } from '../../salesforce/schema/index.ts';
import type { Field } from '../../salesforce/schema/type.ts';
import type { DemoRecord } from '../../signal/demo.ts';
import type { World } from '../../world.ts';
import type { Choice, FormField } from './form-field.ts';

/** What people may change about a demo's record, filled with what it holds when the signal happens. */
export function recordFields(world: World, record: DemoRecord): readonly FormField[] {
  const row = world.salesforce.records(record.object).find(({ Id }) => Id === record.id) ?? {};
  return record.fields.map((path) => {
    const { field, label } = fieldAt(record.object, path);
    const value = record.sets[path] ?? valueAt(world, row, path);
    const choices = choicesOf(world, field);
    return {
      name: `record.${path}`,
      label,
      control: controlOf(field, choices),
      value: value === null || value === undefined ? '' : String(value),
      ...(choices === undefined ? {} : { choices }),
    };
  });
}

/** The field that a path such as `Amount` or `Account.Name` leads to; throws for one that the org does not have. */
export function fieldAt(object: string, path: string): { readonly field: Field; readonly label: string } {
  const [first = '', second] = path.split('.');
  const fields = sobjects.find(({ name }) => name === object)?.fields ?? [];
  if (second === undefined) {
    const field = fields.find(({ name }) => name === first);
    if (field === undefined) throw new Error(`${object} has no field ${first}.`);
    return { field, label: field.label.replace(/ ID$/, '') };
  }
  const parent = fields.find(({ relationshipName }) => relationshipName === first)?.referenceTo[0] ?? first;
  const { field, label } = fieldAt(parent, second);
  return { field, label: `${first} ${label}` };
}

function valueAt({ salesforce }: World, row: Readonly<Record<string, unknown>>, path: string): unknown {
  const [parent = '', field] = path.split('.');
  if (field === undefined) return row[path];
  return salesforce.records(parent).find(({ Id }) => Id === row[`${parent}Id`])?.[field];
}

function choicesOf({ salesforce }: World, field: Field): readonly Choice[] | undefined {
  const none = field.nillable ? [{ id: '', label: '—' }] : [];
  if (field.type === 'boolean')
    return [
      { id: 'true', label: 'Yes' },
      { id: 'false', label: 'No' },
    ];
  if (field.picklistObject !== null)
    return salesforce
      .records(field.picklistObject)
      .map(({ ApiName, MasterLabel }) => ({ id: String(ApiName), label: String(MasterLabel) }));
  if (field.type === 'picklist')
    return [...none, ...field.picklistValues.map(({ value, label }) => ({ id: value, label }))];
  if (!field.referenceTo.includes('User')) return undefined;
  const people = salesforce.records('User').filter(({ IsActive }) => IsActive === true);
  return [...none, ...people.map(({ Id, Name }) => ({ id: String(Id), label: String(Name) }))];
}

function controlOf({ type }: Field, choices: readonly Choice[] | undefined): FormField['control'] {
  if (choices !== undefined) return 'choice';
  if (type === 'date') return 'date';
  if (type === 'textarea') return 'long';
  return ['currency', 'double', 'int', 'percent'].includes(type) ? 'number' : 'text';
}

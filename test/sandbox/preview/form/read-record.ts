import { sobjects } from '../../salesforce/schema/index.ts';
import type { DemoRecord } from '../../signal/demo.ts';
import type { Values } from '../../signal/write-record.ts';
import { FormProblem } from './form-problem.ts';
import { fieldAt } from './record-field.ts';

/** A typed text as the value of a field. Throws FormProblem, which names the form's field. */
export function typedValue(object: string, path: string, text: string, formField: string): unknown {
  const { field, label } = fieldAt(object, path);
  const trimmed = text.trim();
  if (trimmed === '') {
    if (field.nillable) return null;
    throw new FormProblem(
      formField,
      `${label}: it is empty.`,
      'Salesforce does not save the record without it.',
    );
  }
  if (field.type === 'boolean') return trimmed === 'true';
  if (['currency', 'double', 'percent', 'int'].includes(field.type)) {
    const number = Number(trimmed.replaceAll(',', ''));
    if (Number.isFinite(number)) return number;
    throw new FormProblem(
      formField,
      `${label}: "${trimmed.slice(0, 40)}" is not a number.`,
      'Write digits only, such as 75000.',
    );
  }
  if (field.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(trimmed))
    throw new FormProblem(
      formField,
      `${label}: "${trimmed.slice(0, 40)}" is not a date.`,
      'Write it as 2026-11-20.',
    );
  if (field.length > 0 && trimmed.length > field.length)
    throw new FormProblem(
      formField,
      `${label}: it has ${trimmed.length} characters, and Salesforce keeps ${field.length}.`,
      'Shorten it.',
    );
  return trimmed;
}

/**
 * The values of a record as the REST API shows it. What Salesforce keeps itself is left out, and so is the id: the values go
 * to the sample record. Throws FormProblem.
 */
export function readRecord({ object, id }: DemoRecord, content: unknown, formField: string): Values {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new FormProblem(
      formField,
      'It is not one record.',
      `Paste one ${object} as a JSON object, such as {"Name": "…"}.`,
    );
  const { attributes, Id, ...values } = content as Record<string, unknown>;
  const type = (attributes as { readonly type?: unknown } | undefined)?.type;
  if (type !== undefined && type !== object)
    throw new FormProblem(
      formField,
      `It is a record of ${String(type)}.`,
      `This signal is about ${object}; paste one of these.`,
    );
  const fields = sobjects.find(({ name }) => name === object)?.fields ?? [];
  const own: [string, unknown][] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((known) => known.name === name);
    if (typeof value === 'object' && value !== null) continue;
    if (field === undefined)
      throw new FormProblem(
        formField,
        `${object} has no field ${name.slice(0, 80)}.`,
        'Remove it, or correct its API name. The sample org has the standard fields and few of its own.',
      );
    if (id === undefined ? !field.createable : !field.updateable) continue;
    own.push([name, value === null ? null : typedValue(object, name, String(value), formField)]);
  }
  return Object.fromEntries(own);
}

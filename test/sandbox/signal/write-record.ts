import type { World } from '../world.ts';

/** Values of fields by API name; the path `Account.Name` is a field of the record's account. */
export type Values = Readonly<Record<string, unknown>>;

/** Changes a record and the records that its paths lead to. Throws SalesforceFault, and Error for a path that leads nowhere. */
export function writeRecord({ salesforce }: World, object: string, id: string, values: Values): void {
  const own = Object.entries(values).filter(([path]) => !path.includes('.'));
  if (own.length > 0) salesforce.update(object, id, Object.fromEntries(own));
  const record = salesforce.records(object).find(({ Id }) => Id === id);
  for (const [path, value] of Object.entries(values)) {
    const [parent = '', field] = path.split('.');
    if (field === undefined) continue;
    const parentId = record?.[`${parent}Id`];
    if (typeof parentId !== 'string') throw new Error(`${path}: this ${object} has no ${parent}.`);
    salesforce.update(parent, parentId, { [field]: value });
  }
}

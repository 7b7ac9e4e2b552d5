import { badRequest, notFound, SalesforceFault } from '../error.ts';
import type { Org } from '../org.ts';
import type { Sobject } from '../schema/type.ts';
import { findField } from '../visible.ts';
import type { Author } from './author.ts';
import { insertRecord } from './insert.ts';
import { updateRecord } from './update.ts';

/** Creates or changes the record whose external id field holds a value. Throws SalesforceFault. */
export function upsertRecord(
  org: Org,
  author: Author,
  sobject: Sobject,
  key: { readonly field: string; readonly value: string },
  values: Readonly<Record<string, unknown>>,
): { readonly id: string; readonly created: boolean } {
  const field = findField(org, sobject, key.field);
  if (field === undefined || !field.externalId)
    throw notFound(`Provided external ID field does not exist or is not accessible: ${key.field}`);
  if (Object.keys(values).some((name) => name.toLowerCase() === field.name.toLowerCase()))
    throw badRequest(
      'INVALID_FIELD',
      `The ${field.name} field should not be specified in the sobject data.`,
      [field.name],
    );
  const matches = org.store.table(sobject.name).having(field.name, key.value);
  const [match] = matches;
  if (match === undefined)
    return {
      id: insertRecord(org, author, sobject, { ...values, [field.name]: key.value }),
      created: true,
    };
  if (matches.length > 1)
    throw new SalesforceFault(300, {
      message: 'The external ID provided matches more than one record',
      errorCode: 'DUPLICATE_EXTERNAL_ID',
    });
  updateRecord(org, author, sobject, String(match.Id), values);
  return { id: String(match.Id), created: false };
}

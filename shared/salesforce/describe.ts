import { API_PATH } from './api-version.ts';
import type { Salesforce } from './client.ts';

/** A field as Salesforce describes it, as far as a dropdown needs it. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly filterable: boolean;
  readonly referenceTo: readonly string[];
  readonly picklistValues: readonly {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
  }[];
}

/** Reads the fields of an object that the connected user may see, by label; one API call. */
export async function describeFields(
  salesforce: Salesforce,
  object: string,
): Promise<readonly DescribedField[]> {
  const { fields } = (await salesforce({
    method: 'GET',
    path: `${API_PATH}/sobjects/${object}/describe`,
  })) as { readonly fields: readonly DescribedField[] };
  return fields.toSorted((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1));
}

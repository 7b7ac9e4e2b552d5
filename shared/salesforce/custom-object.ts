/** A field of a custom object of the Salesforce package. */
export interface CustomField {
  /** What its values are in the language. */
  readonly type: 'text' | 'number';
  readonly label: string;
  /** What it holds, for an admin who looks at the object. */
  readonly description: string;
  /** Characters of a text; 175 at most for a secret. One of more than 255 is a text area, which no query can filter by. */
  readonly length?: number;
  /** Every row has a value. Field-level security cannot hide such a field. */
  readonly required?: true;
  /** No two rows have the same value, capitals told apart; rows can be addressed by it. */
  readonly unique?: true;
  /**
   * Encrypted, and shown as asterisks to everybody who lacks View Encrypted Data, though they may write it; Apex reads it
   * as it is (Salesforce help, Classic Encryption for Custom Fields).
   */
  readonly secret?: true;
  /** The object whose records it looks up; its values are their ids. */
  readonly refersTo?: string;
  /** Digits of a number after the point; none unless told. */
  readonly decimals?: number;
  /** How Salesforce works the value out whenever it is read; nobody can write it. */
  readonly formula?: string;
}

/** A custom object of the Salesforce package. Its rows number themselves. */
export interface CustomObject {
  /** API name. */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  /** What stands before a row's number, such as `DW` for DW-000001. */
  readonly prefix: string;
  /** Who may see a row, besides those with View All: everybody with rights on the object, or its owner. */
  readonly rows: 'shared' | 'private';
  readonly fields: Readonly<Record<string, CustomField>>;
}

/** What the values of fields are in the language, by API name. */
export function typesOf<const F extends CustomObject['fields']>(
  fields: F,
): { readonly [K in keyof F]: F[K]['type'] } {
  const entries = Object.entries(fields).map(([name, { type }]) => [name, type]);
  return Object.fromEntries(entries) as { readonly [K in keyof F]: F[K]['type'] };
}

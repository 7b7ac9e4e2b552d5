import type { SchemaFeature } from '../features.ts';

/** A field's value: dates and date-times are text in the form REST prints. */
export type Value = string | number | boolean | null;

/** A stored record: every stored field by API name. */
export type Row = Readonly<Record<string, Value>>;

/** What a computed field may look at besides its own record. */
export interface ComputeContext {
  /** Epoch milliseconds. */
  now(): number;
  /** The fiscal quarter a day such as 2026-11-20 lies in; none outside custom fiscal years. */
  fiscalQuarter(day: string): FiscalQuarter | null;
}

export interface FiscalQuarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

export type FieldType =
  | 'id'
  | 'string'
  | 'picklist'
  | 'reference'
  | 'currency'
  | 'double'
  | 'int'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'email'
  | 'phone'
  | 'url'
  | 'encryptedstring'
  | 'textarea';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
}

/** A field as describe shows it, plus what the stand-in needs to keep it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters; 0 where it has no meaning. */
  readonly length: number;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly nameField: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly caseSensitive: boolean;
  readonly autoNumber: boolean;
  readonly defaultValue: Value;
  readonly referenceTo: readonly string[];
  /** The name of the path to the parent, for lookups. */
  readonly relationshipName: string | null;
  /** The name under which the parent sees these records, for lookups. */
  readonly childRelationshipName: string | null;
  readonly picklistValues: readonly PicklistValue[];
  /** The object whose rows are the picklist's values, where an admin keeps them as records. */
  readonly picklistObject: string | null;
  readonly restrictedPicklist: boolean;
  readonly feature: SchemaFeature | null;
  /** Present on fields that are computed when read. */
  readonly compute: ((row: Row, context: ComputeContext) => Value) | null;
}

/** An object of the org. */
export interface Sobject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  /** Whether the inside of a semi-join may read it. */
  readonly semiJoin: boolean;
  /** Whether Change Data Capture covers it. */
  readonly changeEvents: boolean;
  readonly feature: SchemaFeature | null;
  readonly fields: readonly Field[];
}

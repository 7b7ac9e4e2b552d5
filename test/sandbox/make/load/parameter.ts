/** A field of a form, or of an interface, as app files describe it. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly default?: unknown;
  readonly options?: unknown;
  /** Fields shown under this one; flat in `parameters`. A text is an RPC. */
  readonly nested?: unknown;
  /** Items of an array, or fields of a collection. */
  readonly spec?: unknown;
  readonly validate?: {
    readonly min?: number;
    readonly max?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly pattern?: string;
    readonly enum?: readonly unknown[];
  };
}

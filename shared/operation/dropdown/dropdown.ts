import type { Condition, Expression } from '../../language/index.ts';

/** An object or field by its API name, or by the input that holds it. */
export type Name = string | { readonly input: string };

/** What is said of one item of what was answered, which is the `answer` of these expressions. */
export interface Line {
  /** Which items are offered; every one without it. */
  readonly keep?: Condition;
  /** What the user reads. */
  readonly label: Expression<'text'>;
  /** What the input gets. */
  readonly value: Expression<'text'>;
}

/**
 * Where the lines of a dropdown are read, and what they say; once for all platforms. One that is `searched` can be long: where a
 * platform asks people for a part of the name, the lines depend on it as `search`.
 */
export type Dropdown =
  /** The fields of objects as Salesforce describes them, object by object. */
  | { readonly from: 'fields'; readonly parts: readonly FieldsOf[] }
  /** The values of a picklist field; those of a checkbox are true and false. */
  | { readonly from: 'values'; readonly object: Name; readonly field: Name; readonly line: Line }
  /** The rows of a query. */
  | {
      readonly from: 'rows';
      readonly query: Expression<'text'>;
      readonly line: Line;
      readonly searched?: true;
    }
  /** The roles in use of teams, each once; a team that the org does not have has none. */
  | { readonly from: 'roles'; readonly teams: readonly string[] }
  /** The objects of the org. */
  | { readonly from: 'objects'; readonly line: Line }
  /** The items under a key of what a method of Slack answers. */
  | ({ readonly from: 'slack'; readonly line: Line } & SlackItems)
  /** The time zones of the IANA database. */
  | { readonly from: 'time-zones' };

/** The fields of one object. */
export interface FieldsOf {
  readonly object: Name;
  readonly line: Line;
}

/** A method of Slack that lists things. */
export interface SlackItems {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** The key of the list in its answer. */
  readonly list: string;
  readonly searched?: true;
  /** Refusals after which there is nothing to choose from; without any, each refusal is an error. */
  readonly none?: readonly string[];
}

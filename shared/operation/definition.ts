import type { Type } from '../language/index.ts';

/** Where the values of a dropdown come from. */
export type Source =
  | 'opportunity-stages'
  | 'opportunity-fields'
  | 'opportunity-user-fields'
  | 'extra-fields'
  | 'team-roles'
  | 'channels';

/** One input of an operation, as every platform shows it. */
export interface Input {
  /** Snake case; the same on every platform. */
  readonly key: string;
  /** At most 64 characters. */
  readonly label: string;
  /** In plain words; at most 1,000 characters. */
  readonly help: string;
  readonly type: Type;
  readonly required?: true;
  /** The value of an input that is left empty, as text. */
  readonly default?: string;
  readonly placeholder?: string;
  /** Fixed choices: value to label. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly source?: Source;
  /** Several lines of text. */
  readonly long?: true;
  /** A list usually mapped from an earlier step, where a platform may join its items with commas. */
  readonly mapped?: true;
  /** Characters a text may hold. */
  readonly longest?: number;
  /** Items a list may hold. */
  readonly most?: number;
  /** The object whose record id the input holds. */
  readonly recordIdOf?: 'Opportunity';
}

/** One value an operation returns, as every platform shows it. */
export interface Output {
  readonly key: string;
  readonly label: string;
  readonly type: Type;
}

/** One trigger or action, declared once for every platform. */
export interface Operation {
  /** Snake case; the same on every platform. */
  readonly key: string;
  /** The heading under which an editor or a document lists it; in title case. */
  readonly group: string;
  readonly noun: string;
  /** In title case. */
  readonly label: string;
  readonly description: string;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  /** A result as the sandbox produces it, with every output. */
  readonly sample: Readonly<Record<string, unknown>>;
}

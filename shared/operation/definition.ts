import type { Condition, Type } from '../language/index.ts';

/** Where the values of a dropdown come from. */
export type Source =
  | 'opportunity-stages'
  | 'opportunity-fields'
  | 'opportunity-amount-fields'
  | 'opportunity-user-fields'
  | 'opportunity-extra-fields'
  | 'case-extra-fields'
  | 'case-priorities'
  | 'lead-extra-fields'
  | 'lead-sources'
  | 'lead-ratings'
  | 'account-extra-fields'
  | 'account-fields'
  | 'account-types'
  | 'account-user-fields'
  | 'account-team-roles'
  | 'team-roles'
  | 'csm-roles'
  | 'csm-fields'
  | 'opportunity-checkboxes'
  | 'time-zones'
  | 'user-groups'
  | 'users'
  | 'channels'
  | 'objects'
  | 'object-fields'
  | 'object-state-fields'
  | 'object-extra-fields'
  | 'object-values';

/** Objects whose record ids an input may hold; `Record` is any. */
export type RecordObject = 'Opportunity' | 'Case' | 'Lead' | 'Account' | 'Record';

/** Forms of texts, each with the pattern of the whole text and what people call it. */
export const forms = {
  clock: { pattern: '([01][0-9]|2[0-3]):[0-5][0-9]', name: 'a time such as 09:00' },
  'time-zone': { pattern: '[A-Za-z_]+(/[A-Za-z0-9_+-]+)*', name: 'a time zone such as Europe/Berlin' },
  'api-name': { pattern: '[A-Za-z][A-Za-z0-9_]{0,79}', name: 'an API name such as Contract or Status__c' },
  currency: { pattern: '[A-Z]{3}', name: 'an ISO code of a currency such as EUR' },
  'csm-id': { pattern: '(005[A-Za-z0-9]{15}|nobody)', name: 'the id of a user of 18 characters, or nobody' },
  'csm-source': {
    pattern: '((Account|Opportunity)Team:.+|[A-Za-z][A-Za-z0-9_]*([.][A-Za-z][A-Za-z0-9_]*)*)',
    name: 'a field such as Account.CSM__c, or a role such as AccountTeam:Customer Success Manager',
  },
  'slack-id': { pattern: '[A-Z][A-Z0-9]{5,20}', name: 'an id of Slack, which has capitals and digits only' },
} as const;

/** A form of texts. */
export type Form = keyof typeof forms;

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
  /** The bounds of a number; 0 at least unless told. */
  readonly least?: number;
  readonly highest?: number;
  /** Items a list may hold. */
  readonly most?: number;
  /** What a text must look like. */
  readonly form?: Form;
  /** A list of pairs: each item has a `from` and a `to`. */
  readonly pairs?: true;
  /** The object whose record id the input holds. */
  readonly recordIdOf?: RecordObject;
}

/** Something that inputs must not be together; `input` is the key of the one that the error names. */
export interface Rule {
  readonly input: string;
  /** Reads checked inputs only. */
  readonly broken: Condition;
  readonly reason: string;
  readonly fix: string;
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
  /** What inputs must be together. */
  readonly rules?: readonly Rule[];
  readonly outputs: readonly Output[];
  /** A result as the sandbox produces it, with every output. */
  readonly sample: Readonly<Record<string, unknown>>;
}

/** What a value of a message must look like; `check-rule.ts` gives the meaning. */
export type Rule =
  | { readonly kind: 'string'; readonly min: number; readonly max: number; readonly form?: RegExp }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
      readonly above?: number;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'anything' }
  | { readonly kind: 'list'; readonly of: Rule; readonly min: number; readonly max: number }
  | ObjectRule
  | { readonly kind: 'union'; readonly of: ReadonlyMap<string, ObjectRule> };

/** An object with these fields and no others. */
export interface ObjectRule {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Rule>;
  readonly required: readonly string[];
  /** At least one of these must be there. */
  readonly oneOf: readonly string[];
}

type Fields = Readonly<Record<string, Rule>>;

/** Text of 1 to `max` UTF-16 units. */
export const string = (max = Number.POSITIVE_INFINITY): Rule => ({ kind: 'string', min: 1, max });

/** Text that may be empty. */
export const emptyString: Rule = { kind: 'string', min: 0, max: Number.POSITIVE_INFINITY };

/** Text of a certain form. */
export const formed = (form: RegExp): Rule => ({
  kind: 'string',
  min: 1,
  max: Number.POSITIVE_INFINITY,
  form,
});

/** True or false. */
export const flag: Rule = { kind: 'flag' };

/** A value that is not looked into. */
export const anything: Rule = { kind: 'anything' };

/** One of a few texts. */
export const choice = (...values: readonly string[]): Rule => ({ kind: 'choice', values });

/** A whole number in a range. */
export const integer = (min: number, max: number): Rule => ({ kind: 'number', min, max, whole: true });

/** Any number. */
export const number = (above?: number): Rule => ({
  kind: 'number',
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
  whole: false,
  ...(above === undefined ? {} : { above }),
});

/** A number above zero. */
export const positive = number(0);

/** A list with a number of items. */
export const list = (of: Rule, max = Number.POSITIVE_INFINITY, min = 1): Rule => ({
  kind: 'list',
  of,
  min,
  max,
});

/** An object; fields whose name ends in `*` are required, without the star. */
export const object = (fields: Fields, oneOf: readonly string[] = []): ObjectRule => ({
  kind: 'object',
  fields: new Map(Object.entries(fields).map(([name, rule]) => [name.replace('*', ''), rule])),
  required: Object.keys(fields).flatMap((name) => (name.endsWith('*') ? [name.slice(0, -1)] : [])),
  oneOf,
});

/** An object told apart by its `type`; fields as in `object`. */
export const typed = (type: string, fields: Fields, oneOf?: readonly string[]): ObjectRule =>
  object({ 'type*': choice(type), ...fields }, oneOf);

/** One of several typed objects. */
export const union = (rules: readonly ObjectRule[]): Rule => ({
  kind: 'union',
  of: new Map(
    rules.map((rule) => {
      const type = rule.fields.get('type');
      return [type?.kind === 'choice' ? (type.values[0] ?? '') : '', rule];
    }),
  ),
});

/** A plain_text object; `max` in UTF-16 units. */
export const plainText = (max?: number): ObjectRule =>
  typed('plain_text', { 'text*': string(max), emoji: flag });

/** A mrkdwn object; `max` in UTF-16 units. */
export const mrkdwn = (max?: number): ObjectRule => typed('mrkdwn', { 'text*': string(max), verbatim: flag });

/** Plain text or mrkdwn. */
export const anyText = (max?: number): Rule => union([plainText(max), mrkdwn(max)]);

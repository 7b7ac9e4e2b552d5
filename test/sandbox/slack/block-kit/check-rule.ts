import type { ObjectRule, Rule } from './rule.ts';

/** Something Slack would refuse: what, and where as a JSON pointer. */
export interface Finding {
  readonly text: string;
  readonly pointer: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object and neither a list nor null. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sizeProblem(
  size: number,
  { min, max }: { readonly min: number; readonly max: number },
  unit: string,
) {
  if (unit === 'items') {
    if (size > max) return `no more than ${max} items allowed`;
    return size < min ? `no fewer than ${min} items allowed` : undefined;
  }
  if (size > max) return `must be less than ${max + 1} characters`;
  return size < min ? `must be more than ${min - 1} characters` : undefined;
}

function scalarProblem(value: unknown, rule: Rule): string | undefined {
  switch (rule.kind) {
    case 'string':
      if (typeof value !== 'string') return 'must be a string';
      if (rule.form && !rule.form.test(value)) return 'has the wrong form';
      return sizeProblem(value.length, rule, 'characters');
    case 'number':
      if (typeof value !== 'number' || (rule.whole && !Number.isInteger(value))) return 'must be a number';
      if (rule.above !== undefined && value <= rule.above) return `must be more than ${rule.above}`;
      return value < rule.min || value > rule.max ? `must be from ${rule.min} to ${rule.max}` : undefined;
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'choice':
      return rule.values.includes(String(value)) ? undefined : `must be one of ${rule.values.join(', ')}`;
    default:
      return undefined;
  }
}

function checkObject(value: unknown, rule: ObjectRule, pointer: string): readonly Finding[] {
  if (!isObject(value)) return [{ text: 'must be an object', pointer }];
  const present = Object.keys(value).filter((name) => value[name] !== undefined);
  const lacksAll = rule.oneOf.length > 0 && !rule.oneOf.some((name) => present.includes(name));
  return [
    ...rule.required
      .filter((name) => !present.includes(name))
      .map((name) => ({ text: `missing required field: ${name}`, pointer })),
    ...(lacksAll ? [{ text: `must have one of ${rule.oneOf.join(', ')}`, pointer }] : []),
    ...present.flatMap((name) => {
      const field = rule.fields.get(name);
      return field
        ? checkRule(value[name], field, `${pointer}/${name}`)
        : [{ text: `invalid additional property: ${name}`, pointer }];
    }),
  ];
}

/** Every way in which a value breaks a rule, worded as Slack words it. */
export function checkRule(value: unknown, rule: Rule, pointer: string): readonly Finding[] {
  if (rule.kind === 'object') return checkObject(value, rule, pointer);
  if (rule.kind === 'union') {
    if (!isObject(value)) return [{ text: 'must be an object', pointer }];
    if (value.type === undefined) return [{ text: 'missing required field: type', pointer }];
    const chosen = rule.of.get(String(value.type));
    return chosen
      ? checkObject(value, chosen, pointer)
      : [{ text: `unsupported type: ${String(value.type)}`, pointer }];
  }
  if (rule.kind === 'list') {
    if (!Array.isArray(value)) return [{ text: 'must be a list', pointer }];
    const text = sizeProblem(value.length, rule, 'items');
    return [
      ...(text ? [{ text, pointer }] : []),
      ...value.flatMap((entry, index) => checkRule(entry, rule.of, `${pointer}/${index}`)),
    ];
  }
  const text = scalarProblem(value, rule);
  return text ? [{ text, pointer }] : [];
}

import { ZapProblem } from './zap-problem.ts';

/** A place in the output of an earlier step: `{{1__owner__name}}` is the field `owner__name` of step 1. */
export interface Reference {
  readonly stepId: number;
  readonly field: string;
}

/** What each step put out so far, by step id. */
export type Outputs = ReadonlyMap<number, unknown>;

const MAPPING = /\{\{(.*?)\}\}/gs;

/** The reference in the text between braces, or in a filter's key. Throws ZapProblem for every other form. */
export function toReference(text: string, where: string): Reference {
  const [, id, field] = /^([1-9]\d*)__(\S.*)$/s.exec(text) ?? [];
  if (text.startsWith('='))
    throw new ZapProblem(
      `${where}: "{{${text}}}" is an inline function or refers to ids of another account; write {{1__field}}.`,
    );
  if (field === undefined || field.endsWith('__'))
    throw new ZapProblem(
      `${where}: "{{${text}}}" is not a mapping; write {{1__field}} for a field of step 1, or the value itself.`,
    );
  return { stepId: Number(id), field };
}

/** Every reference in a param, however deep. Throws ZapProblem for half-edited mappings. */
export function referencesIn(param: unknown, where: string): readonly Reference[] {
  if (typeof param === 'string') {
    if (/\{\{|\}\}/.test(param.replace(MAPPING, '')))
      throw new ZapProblem(`${where}: "${param}" has braces that do not match; write {{1__field}}.`);
    return [...param.matchAll(MAPPING)].map(([, text = '']) => toReference(text, where));
  }
  if (typeof param !== 'object' || param === null) return [];
  return Object.values(param).flatMap((value) => referencesIn(value, where));
}

/**
 * The value at a reference; `undefined` where nothing is. Through a list of objects it yields a list (line items).
 * Throws ZapProblem when field names that hold `__` themselves make two places of one name.
 */
export function valueAt({ stepId, field }: Reference, outputs: Outputs): unknown {
  const found = valuesNamed(outputs.get(stepId), field);
  if (found.length > 1) throw new ZapProblem(`Step ${stepId} has two outputs called "${field}".`);
  return found[0];
}

/** A param with its mappings replaced. A param that is one mapping and nothing else keeps the value's type. */
export function resolveParam(param: unknown, outputs: Outputs, where: string): unknown {
  if (Array.isArray(param)) return param.map((value) => resolveParam(value, outputs, where));
  if (typeof param === 'object' && param !== null)
    return Object.fromEntries(
      Object.entries(param).map(([key, value]) => [key, resolveParam(value, outputs, where)]),
    );
  if (typeof param !== 'string') return param;
  const alone = /^\{\{(.*)\}\}$/s.exec(param)?.[1];
  if (alone !== undefined && !alone.includes('}}')) return valueAt(toReference(alone, where), outputs);
  return param.replace(MAPPING, (_, text: string) => toText(valueAt(toReference(text, where), outputs)));
}

/** A value as it reads inside a text: nothing for nothing, lists joined by commas. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toText).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function valuesNamed(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return [value.map((item) => valuesNamed(item, field)[0])];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === field) return [member];
    return field.startsWith(`${key}__`) ? valuesNamed(member, field.slice(key.length + 2)) : [];
  });
}

/** The value is neither null nor undefined nor the empty text. */
export function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** The value as text, numbers and booleans as JSON writes them; undefined when there is none. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The value as a number; undefined when it is none. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A list, or the rows of a child relationship; anything else has no items. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const records = read(value, 'records');
  return Array.isArray(records) ? records : [];
}

/** A property of a value that may not even be an object; nothing inherited is found. */
export function read(value: unknown, name: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[name];
}

/** A function that finds the value at a path in a value; undefined when the path leads nowhere. */
export function pathReader(path: readonly (string | number)[]): (value: unknown) => unknown {
  const step = path.some((name) => name in {}) ? read : readPlain;
  const [first, second] = path;
  if (first !== undefined && path.length === 1) return (value) => step(value, first);
  if (second !== undefined && first !== undefined && path.length === 2)
    return (value) => step(step(value, first), second);
  return (value) => path.reduce(step, value);
}

/** As `read`, faster, for a name that nothing inherits. */
function readPlain(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[name]
    : undefined;
}

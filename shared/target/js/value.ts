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

/** The value at a path; undefined when it leads nowhere. */
export function readPath(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) found = read(found, name);
  return found;
}

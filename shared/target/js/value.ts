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

/** A function that finds the value at a path in a value, as `readPath` does. */
export function pathReader(path: readonly (string | number)[]): (value: unknown) => unknown {
  const [first, second] = path;
  if (path.some((name) => name in {})) return (value) => readPath(value, path);
  if (first !== undefined && path.length === 1) return (value) => step(value, first);
  if (first !== undefined && second !== undefined && path.length === 2)
    return (value) => step(step(value, first), second);
  return (value) => {
    let found = value;
    for (const name of path) found = step(found, name);
    return found;
  };
}

/** A property by a name that nothing inherits. */
function step(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[name]
    : undefined;
}

/** The value at a path; undefined when it leads nowhere. */
export function readPath(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) found = read(found, name);
  return found;
}

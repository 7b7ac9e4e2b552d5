import fc from 'fast-check';
import { nastyText } from '../shared/target/nasty-text.ts';

/** Any JSON value, with texts that have broken something before. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  nastyText,
  fc.constantFrom(null, true, 0, -1, 1e308, '', [], {}, '__proto__', 'constructor', { length: 3 }),
);

/** A JSON value with one place in it replaced or left out. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value);
  return fc
    .tuple(fc.nat(places.length - 1), fc.option(anyJson))
    .map(([at, replacement]) => replaced(value, places[at] ?? [], replacement ?? undefined));
}

/** A text with one piece of it replaced. */
export function spliced(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.oneof(nastyText, fc.string()))
    .map(([at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length));
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, at) => [at, item] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.flatMap((item, at) => {
      if (at !== key) return [item];
      const inner = replaced(item, rest, replacement);
      return inner === undefined ? [] : [inner];
    });
  const entries = Object.entries(value as object).flatMap(([name, item]) => {
    if (name !== key) return [[name, item] as const];
    const inner = replaced(item, rest, replacement);
    return inner === undefined ? [] : [[name, inner] as const];
  });
  return Object.fromEntries(entries);
}

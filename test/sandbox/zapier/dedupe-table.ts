import type { OutputField } from './app-runtime.ts';

/** Remembers which items a Zap has seen. */
export interface DedupeTable {
  /** The items not seen before, which are seen from now on. */
  admit<T extends Readonly<Record<string, unknown>>>(items: readonly T[]): readonly T[];
}

/** A table keyed by `id`, or by the output fields marked as primary; nested ones are named `a__b`. */
export function dedupeTable(outputFields: readonly OutputField[]): DedupeTable {
  const primary = outputFields.filter(({ primary }) => primary === true).map(({ key }) => key.split('__'));
  const paths = primary.length === 0 ? [['id']] : primary;
  const seen = new Set<string>();
  return {
    admit: (items) =>
      items.filter((item) => {
        const key = JSON.stringify(paths.map((path) => String(path.reduce(member, item))));
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
      }),
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

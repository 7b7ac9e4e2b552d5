import type { Field, Sobject } from './type.ts';

type Extra = Partial<Omit<Sobject, 'name' | 'keyPrefix' | 'fields'>>;

/** An object; unless told it may be created, updated, deleted and read inside a semi-join. */
export function sobject(
  name: string,
  keyPrefix: string,
  fields: readonly Field[],
  extra: Extra = {},
): Sobject {
  const label =
    extra.label ??
    name
      .replace(/__c$/, '')
      .replaceAll('_', ' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2');
  return Object.freeze({
    name,
    keyPrefix,
    label,
    labelPlural: label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`,
    createable: true,
    updateable: true,
    deletable: true,
    semiJoin: true,
    changeEvents: false,
    feature: null,
    fields,
    ...extra,
  });
}

/** What no caller of the API may change. */
export const fixed = { createable: false, updateable: false, deletable: false } as const;

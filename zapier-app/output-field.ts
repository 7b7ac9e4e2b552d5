import type { Output } from '../shared/operation/definition.ts';

const TYPE = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'datetime',
  instant: 'datetime',
  list: 'string',
} as const;

/** A returned value as Zapier's editor shows it. */
export function toOutputField({ key, label, type }: Output) {
  return { key, label, type: TYPE[type], ...(type === 'list' ? { list: true } : {}) };
}

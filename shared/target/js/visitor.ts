import type { Visitor } from '../../language/visitor.ts';
import { condition } from './condition.ts';
import { format } from './format.ts';
import { list } from './list.ts';
import type { Evaluate, Place } from './place.ts';
import { source } from './source.ts';
import { text } from './text.ts';
import { timeCondition } from './time-condition.ts';

/** What every node means: the reference for all other targets. */
export const visitor: Visitor<Evaluate, Place> = {
  ...source,
  ...condition,
  ...timeCondition,
  ...text,
  ...format,
  ...list,
};

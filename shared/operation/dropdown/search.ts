import {
  type Condition,
  choose,
  contains,
  type Expression,
  exists,
  or,
  parametersOf,
} from '../../language/index.ts';

const search = parametersOf({ search: 'text' })('search');

/** One of the texts has the part that was asked for; each has it when nothing was. */
export function isFound(...texts: readonly Expression<'text'>[]): Condition {
  return choose('boolean', [[exists(search), or(...texts.map((text) => contains(text, search)))]], true);
}

import { choose } from '../language/node/choose.ts';
import { collect } from '../language/node/collect.ts';
import { greater } from '../language/node/compare.ts';
import { concat } from '../language/node/concat.ts';
import { escaped } from '../language/node/escape.ts';
import { fallback } from '../language/node/fallback.ts';
import { itemAt } from '../language/node/item-at.ts';
import { join } from '../language/node/join.ts';
import { length } from '../language/node/length.ts';
import { literal } from '../language/node/literal.ts';
import { mention } from '../language/node/mention.ts';
import type { Expression } from '../language/node/node.ts';
import { truncate } from '../language/node/truncate.ts';
import { word } from '../language/node/word.ts';
import { context } from './block.ts';
import { DASH } from './text.ts';

/** People whom a card names at most, of each kind. */
const PEOPLE_SHOWN = 12;

/** People by their Slack ids, as mentions that reach them; an em dash for nobody. */
export function mentions(ids: Expression<'list'>, most = PEOPLE_SHOWN): Expression<'text'> {
  return fallback(
    join(
      each(ids, most, (id) => mention(truncate(id, 30))),
      ' ',
    ),
    DASH,
  );
}

/** Names or addresses, escaped; missing when there are none. */
export function names(people: Expression<'list'>, most = PEOPLE_SHOWN): Expression<'text'> {
  return join(
    each(people, most, (name) => truncate(escaped(name), 100)),
    ', ',
  );
}

function each(
  list: Expression<'list'>,
  most: number,
  write: (item: Expression<'text'>) => Expression<'text'>,
): Expression<'list'> {
  const values = Array.from({ length: most }, (_, position) => write(itemAt('text', list, position)));
  return collect(values.map((value) => ({ when: literal('boolean', true), value })));
}

/** The line of small print of a room: who could not be added, or that everyone is there. */
export function whoIsMissing(missing: Expression<'list'>): ReturnType<typeof context> {
  return context(
    choose(
      'text',
      [[greater(length(missing), 0), concat(word('couldNotAdd'), names(missing))]],
      word('everyoneIsHere'),
    ),
  );
}

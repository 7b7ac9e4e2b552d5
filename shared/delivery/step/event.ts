import {
  answer,
  choose,
  type Expression,
  exists,
  fallback,
  literal,
  not,
  note,
  type Query,
} from '../../language/index.ts';
import { input } from '../input.ts';
import { read } from '../ledger-part.ts';
import type { Step } from '../step.ts';

/** How a delivery works its event key out when nobody tells it. */
export interface Entry {
  /** Reads the record as far as it is in a chosen state now; a key that needs no record leaves it out. */
  readonly query?: Query;
  /** The key, of the record that was read if one was. */
  readonly key: Expression<'text'>;
}

/** Notes the event key; missing when none was given and the record is in no chosen state. */
export function nameEvent({ query, key }: Entry): readonly Step[] {
  const given = input('event_key');
  if (query === undefined) return [{ name: 'name the event', notes: { eventKey: fallback(given, key) } }];
  return [
    {
      name: 'look for the entry',
      when: not(exists(given)),
      call: { to: 'salesforce', allOrNone: false, parts: { entry: read(query) } },
      notes: { record: answer('text', 'entry', 'body', 'records', 0) },
    },
    {
      name: 'name the event',
      notes: {
        eventKey: fallback(
          given,
          choose('text', [[exists(note('text', 'record')), key]], literal('text', null)),
        ),
      },
    },
  ];
}

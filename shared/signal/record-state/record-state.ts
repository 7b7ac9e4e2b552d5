import { equal, field, itemAt, namedField, note, type Query } from '../../language/index.ts';
import { extraFieldsQuery } from '../extra-field.ts';
import { recordCard } from './card.ts';
import { input } from './input.ts';

/** Also the default delivery name. */
export const RECORD_STATE = 'record-state';

const extra = itemAt('text', note('list', 'extra'), 0);

/** Reads what the card shows of the record besides the fields that the user chose. */
const factsQuery: Query = {
  from: input('object'),
  select: [field('text', 'Id'), namedField('text', 'name_field', 'Name')],
  where: equal(field('text', 'Id'), input('record_id')),
  limit: 1,
};

/** Everything the delivery of the card needs. */
export function recordCardPlan(place: Parameters<typeof recordCard>[0]) {
  return {
    name: RECORD_STATE,
    reads: {
      facts: factsQuery,
      extras: { extra: extraFieldsQuery(input('object')) },
      extraLabels: { extra: 'Extra Fields' },
    },
    message: { ...recordCard(place, extra) },
  };
}

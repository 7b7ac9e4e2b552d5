import { EXTRA_FIELD_LIMIT } from '../../signal/extra-field.ts';
import type { Input, Source } from '../definition.ts';

/** Further fields of the record that a card shows. */
export function extraFieldsInput(source: Source): Input {
  return {
    key: 'extra_fields',
    label: 'Extra Fields',
    help: `Up to ${EXTRA_FIELD_LIMIT} further fields of the record to show in the message.`,
    type: 'list',
    source,
    most: EXTRA_FIELD_LIMIT,
  };
}

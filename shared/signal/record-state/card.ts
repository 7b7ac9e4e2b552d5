import { context, divider, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { shown } from '../../card/text.ts';
import { concat, type Expression, escaped, fallback, namedField, truncate } from '../../language/index.ts';
import { extraFieldsText } from '../extra-field.ts';
import { input } from './input.ts';

const NAME_LENGTH = 250;

/** What the record is called. */
const name = namedField('text', 'name_field', 'Name');

/** The card of any record; `extra` is the record with the fields that the user chose. */
export function recordCard(
  { recordUrl, mark }: { readonly recordUrl: Expression<'text'>; readonly mark: Expression<'text'> },
  extra: Expression,
): Message {
  const title = headline(mark, fallback(name, input('object')));
  return message(concat(title.notice, ' ', recordLink(recordUrl)), [
    title.block,
    section(
      fallback(truncate(escaped(cardInput('intro')), 1500), concat('*', shown(name, NAME_LENGTH), '*')),
    ),
    section(extraFieldsText(extra, fallback(input('currency'), 'USD'))),
    divider(),
    context(shown(input('object'), 80)),
    recordButton(recordUrl),
  ]);
}

import { context, divider, fields, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { names } from '../../card/people.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import {
  choose,
  concat,
  type Expression,
  escaped,
  fallback,
  greater,
  length,
  truncate,
  word,
} from '../../language/index.ts';
import { extraFieldsText } from '../extra-field.ts';
import type { Place } from '../signal.ts';
import { facts } from './fact.ts';
import { lead } from './filter.ts';
import { input } from './input.ts';

/** The alert of a new lead; `extra` is the record with the fields that the user chose. */
export function alert({ recordUrl, mark, missing, startsThread }: Place, extra: Expression): Message {
  const title = headline(mark, concat(word('newLead'), lead('Name')));
  return message(concat(title.notice, ', ', facts.company, ', ', facts.source, ' ', recordLink(recordUrl)), [
    title.block,
    section(fallback(truncate(escaped(cardInput('intro')), 1500), concat('*', facts.name, '*'))),
    fields(
      [word('company'), facts.company],
      [word('jobTitle'), facts.title],
      [word('source'), facts.source],
      [word('rating'), facts.rating],
      [word('owner'), facts.owner],
    ),
    section(
      concat('*', word('moreAboutIt'), '*\n', extraFieldsText(extra, fallback(input('currency'), 'USD'))),
    ),
    divider(),
    context(
      choose(
        'text',
        [
          [greater(length(missing), 0), concat(word('couldNotFind'), names(missing))],
          ...(startsThread ? ([[startsThread, word('nextInThread')]] as const) : []),
        ],
        concat(word('status'), ': ', facts.status),
      ),
    ),
    recordButton(recordUrl),
  ]);
}

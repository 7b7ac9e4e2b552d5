import { divider, fields, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { mentions, whoIsMissing } from '../../card/people.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { concat, type Expression, escaped, fallback, truncate, word } from '../../language/index.ts';
import { extraFieldsText } from '../extra-field.ts';
import type { Place } from '../signal.ts';
import { facts } from './fact.ts';
import { account } from './filter.ts';
import { input } from './input.ts';

/** The summary of an account for its channel; `extra` is the record with the fields that the user chose. */
export function summary({ recordUrl, mark, members, missing }: Place, extra: Expression): Message {
  const title = headline(mark, account('Name'));
  return message(concat(title.notice, ', ', facts.industry, ', ', facts.owner, ' ', recordLink(recordUrl)), [
    title.block,
    section(
      fallback(
        truncate(escaped(cardInput('intro')), 1500),
        concat(word('thisChannelIsFor'), '*', facts.name, '*.'),
      ),
    ),
    fields(
      [word('industry'), facts.industry],
      [word('kind'), facts.type],
      [word('owner'), facts.owner],
      [word('customerSuccess'), facts.customerSuccess],
      [word('phone'), facts.phone],
      [word('website'), facts.website],
      [word('lastActive'), facts.lastActivity],
    ),
    section(concat('*', word('inThisRoom'), '*\n', mentions(members))),
    section(
      concat('*', word('moreAboutIt'), '*\n', extraFieldsText(extra, fallback(input('currency'), 'USD'))),
    ),
    divider(),
    whoIsMissing(missing),
    recordButton(recordUrl),
  ]);
}

/** One line for the announcement channel. */
export function announcement({ mark, recordUrl }: Place): Message {
  const line = concat(
    truncate(escaped(mark), 20),
    word('newChannelFor'),
    '*',
    facts.name,
    '*, ',
    facts.owner,
    ' ',
    recordLink(recordUrl),
  );
  return message(line, [section(line)]);
}

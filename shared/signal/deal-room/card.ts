import { divider, fields, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { mentions, whoIsMissing } from '../../card/people.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { concat } from '../../language/node/concat.ts';
import { escaped } from '../../language/node/escape.ts';
import { fallback } from '../../language/node/fallback.ts';
import type { Expression } from '../../language/node/node.ts';
import { truncate } from '../../language/node/truncate.ts';
import { word } from '../../language/node/word.ts';
import { extraFieldsText } from '../extra-field.ts';
import type { Place } from '../signal.ts';
import { currency, facts, opportunity } from './fact.ts';

/** The briefing of a deal room; `extra` is the record with the fields that the user chose. */
export function briefing({ recordUrl, mark, members, missing }: Place, extra: Expression): Message {
  const title = headline(mark, fallback(opportunity('Name'), word('dealRoom')));
  return message(concat(title.notice, ': ', facts.account, ', ', facts.amount, ' ', recordLink(recordUrl)), [
    title.block,
    section(
      fallback(
        truncate(escaped(cardInput('intro')), 1500),
        concat(facts.name, word('isNowIn'), facts.stage, word('teamNeedsToKnow')),
      ),
    ),
    fields(
      [word('account'), facts.account],
      [word('amount'), facts.amount],
      [word('arr'), facts.arr],
      [word('contractStart'), facts.contractStart],
      [word('closeDate'), facts.closeDate],
      [word('owner'), facts.owner],
      [word('solutionsEngineer'), facts.solutionsEngineer],
      [word('customerSuccess'), facts.customerSuccess],
    ),
    section(concat('*', word('inThisRoom'), '*\n', mentions(members))),
    section(concat('*', word('stakeholders'), '*\n', facts.stakeholders)),
    section(concat('*', word('moreAboutIt'), '*\n', extraFieldsText(extra, currency))),
    divider(),
    whoIsMissing(missing),
    recordButton(recordUrl),
  ]);
}

/** One line for the announcement channel. */
export function announcement({ mark, recordUrl }: Place): Message {
  const line = concat(
    truncate(escaped(mark), 20),
    '*',
    facts.name,
    '*',
    word('isNowIn'),
    facts.stage,
    ': ',
    facts.account,
    ', ',
    facts.amount,
    ', ',
    facts.owner,
    ' ',
    recordLink(recordUrl),
  );
  return message(line, [section(line)]);
}

import { context, divider, fields, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { mentions, names } from '../../card/people.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { DASH } from '../../card/text.ts';
import {
  type Condition,
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
import { facts } from './fact.ts';
import { caseField } from './filter.ts';
import { input } from './input.ts';
import { changedLines } from './state.ts';

/** What a delivery tells the alert about itself. */
export interface AlertPlace {
  readonly recordUrl: Expression<'text'>;
  readonly mark: Expression<'text'>;
  /** The next alerts stand in the thread of this one. */
  readonly startsThread: Condition;
  /** Slack ids of those on call. */
  readonly onCall: Expression<'list'>;
  /** Addresses of those on call whom Slack does not know. */
  readonly missing: Expression<'list'>;
}

/** People on call whom an alert names. */
const MOST_ON_CALL = 6;

/** The alert of an escalated case; `extra` is the record with the fields that the user chose. */
export function alert(
  { recordUrl, mark, startsThread, onCall, missing }: AlertPlace,
  extra: Expression,
): Message {
  const title = headline(mark, concat(word('caseNumber'), caseField('CaseNumber'), word('caseEscalated')));
  return message(
    concat(
      title.notice,
      ': ',
      facts.subject,
      ', ',
      facts.priority,
      ', ',
      facts.account,
      ' ',
      recordLink(recordUrl),
    ),
    [
      title.block,
      section(concat('*', facts.subject, '*')),
      section(
        fallback(truncate(escaped(cardInput('intro')), 1500), concat(word('status'), ': ', facts.status)),
      ),
      fields(
        [word('account'), facts.account],
        [word('priority'), facts.priority],
        [word('owner'), facts.owner],
        [word('slaBreach'), facts.slaBreach],
      ),
      section(concat('*', word('onCall'), '*\n', mentions(onCall, MOST_ON_CALL))),
      section(
        concat('*', word('moreAboutIt'), '*\n', extraFieldsText(extra, fallback(input('currency'), 'USD'))),
      ),
      divider(),
      context(
        choose(
          'text',
          [
            [greater(length(missing), 0), concat(word('couldNotFind'), names(missing, MOST_ON_CALL))],
            [startsThread, word('nextInThread')],
          ],
          concat(word('caseNumber'), facts.number),
        ),
      ),
      recordButton(recordUrl),
    ],
  );
}

/** The line that tells in the alert's thread what changed. */
export const changeLine: Message = message(fallback(changedLines, DASH), [
  section(fallback(changedLines, DASH)),
]);

import { context, fields, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { type Message, message } from '../../card/message.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { DASH } from '../../card/text.ts';
import {
  choose,
  collect,
  concat,
  type Expression,
  each,
  equal,
  exists,
  fallback,
  greater,
  join,
  keep,
  length,
  link,
  mention,
  note,
  rows,
  truncate,
  word,
} from '../../language/index.ts';
import { type AskedKind, kinds } from './kind.ts';
import { asked } from './question.ts';
import { LISTED } from './search.ts';

/** Characters that addresses of records are made of, and the longest address of an org. */
const ADDRESS = 'A-Za-z0-9:/._~-';
const HOST_LENGTH = 110;
const NAME_LENGTH = 60;
const ASKED_LENGTH = 80;

/** What a delivery tells the answer about itself. The record is the only one found. */
export interface AnswerPlace {
  readonly mark: Expression<'text'>;
  readonly recordUrl: Expression<'text'>;
  /** Slack id of who asked. */
  readonly asker: Expression<'text'>;
}

/** The kind of the only record found. */
const kind = note('text', 'kind');
/** Lists of one item each that say which parts the answer has: the card of the only record, or that nothing was found. */
const single = note('list', 'single');
const none = note('list', 'none');

/** What is told of the kind of the only record found. */
function ofKind(tell: (kind: AskedKind) => Expression<'text'>): Expression<'text'> {
  return choose(
    'text',
    kinds.map((each) => [equal(kind, each.key), tell(each)] as const),
    DASH,
  );
}

/** The answer to a question: a card of the only record found, or a list of several, or what else to try. */
export function answerCard({ mark, recordUrl, asker }: AnswerPlace): Message {
  const question = fallback(truncate(asked, ASKED_LENGTH), '?');
  const title = headline(
    mark,
    choose(
      'text',
      [
        [greater(length(single), 0), ofKind(({ title }) => fallback(title, DASH))],
        [greater(length(none), 0), concat(word('nothingFoundFor'), question)],
      ],
      concat(word('severalFoundFor'), question),
    ),
  );
  const address = choose('text', [[greater(length(single), 0), concat(' ', recordLink(recordUrl))]], '');
  return message(concat(title.notice, address), [
    title.block,
    each(single, fields(...cardFields), 1),
    each(none, section(word('whatToAskFor')), 1),
    ...kinds.map((kind) => each(note('list', `${kind.key}Shown`), section(listOf(kind)), 1)),
    context(
      fallback(
        join(
          collect([
            { when: greater(length(single), 0), value: ofKind(({ one }) => word(one)) },
            { when: exists(asker), value: concat(word('askedBy'), mention(truncate(asker, 30))) },
            { when: note('boolean', 'incomplete'), value: word('couldNotLookEverywhere') },
          ]),
          ' · ',
        ),
        DASH,
      ),
    ),
    each(single, recordButton(recordUrl), 1),
  ]);
}

const cardFields = ([0, 1, 2, 3, 4, 5] as const).map(
  (at) => [ofKind(({ facts }) => word(facts[at][0])), ofKind(({ facts }) => facts[at][1])] as const,
);

/** The records of a kind that were found, one line each. */
function listOf({ key, several, row }: AskedKind): Expression<'text'> {
  const host = keep(truncate(note('text', 'instanceUrl'), HOST_LENGTH), ADDRESS, '-');
  const id = keep(truncate(row.id, 18), ADDRESS, '-');
  const line = concat(
    '• ',
    link(concat(host, '/', id), fallback(row.name, DASH), NAME_LENGTH),
    ' · ',
    row.details,
  );
  return concat('*', word(several), '*\n', rows(note('list', `${key}Rows`), line, LISTED, word('andMore')));
}

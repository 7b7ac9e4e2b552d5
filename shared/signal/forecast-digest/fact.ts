import { DASH, shown } from '../../card/text.ts';
import {
  choose,
  collect,
  concat,
  dateToken,
  type Expression,
  equal,
  exists,
  fallback,
  greater,
  itemFieldsOf,
  join,
  length,
  not,
  note,
  numberText,
  objectType,
  or,
  rows,
  truncate,
  word,
} from '../../language/index.ts';
import { lastDigestAt, MOST_MOVED } from './change.ts';
import { totalsCurrency } from './currency.ts';
import { dealLines, moved, standing } from './deal-line.ts';
import { isWeighted, totals } from './figure.ts';
import { MOST_LARGEST } from './largest.ts';
import { stageLabel } from './stage.ts';
import { wholeMoney } from './whole-money.ts';

/** Lines of stages and of categories at most, and the longest of them. */
const MOST_STAGE_LINES = 30;
const MOST_CATEGORY_LINES = 12;
const LINE_LENGTH = 96;

/** A row of figures as Salesforce answers it. */
const row = itemFieldsOf(
  objectType('a row of figures', {
    stage: 'text',
    category: 'text',
    won: 'boolean',
    closed: 'boolean',
    deals: 'number',
    amount: 'number',
  }),
);

const more = concat('• ', word('andMore'));

/** What the digest says, ready to print. */
export const facts = {
  open: dealsAndMoney(totals.open.deals, totals.open.amount),
  won: dealsAndMoney(totals.won.deals, totals.won.amount),
  weighted: choose('text', [[isWeighted, inMoney(totals.open.weighted)]], DASH),
  byStage: lines('byStage', shown(stageLabel(row('stage')), 36), MOST_STAGE_LINES),
  byCategory: lines('byCategory', shown(row('category'), 36), MOST_CATEGORY_LINES),
  largest: fallback(dealLines(note('list', 'largest'), MOST_LARGEST, standing), DASH),
  changes: choose(
    'text',
    [
      [not(exists(lastDigestAt)), word('firstDigest')],
      [
        or(exists(note('text', 'movesError')), exists(note('text', 'slipsError'))),
        fallback(changes(), word('changesUnknown')),
      ],
    ],
    fallback(changes(), word('nothingMoved')),
  ),
  since: choose(
    'text',
    [[exists(lastDigestAt), concat(word('since'), dateToken(lastDigestAt, 'date'))]],
    word('sinceLast'),
  ),
} as const satisfies Readonly<Record<string, Expression<'text'>>>;

/** How many deals, and what they are worth together. */
export function dealsAndMoney(deals: Expression<'number'>, sum: Expression<'number'>): Expression<'text'> {
  const noun = choose('text', [[equal(deals, 1), word('deal')]], word('deals'));
  return concat(numberText(deals), noun, ' · ', inMoney(sum));
}

function inMoney(sum: Expression<'number'>): Expression<'text'> {
  return wholeMoney(sum, totalsCurrency);
}

/** One line per row of figures. */
function lines(list: string, label: Expression<'text'>, most: number): Expression<'text'> {
  const line = concat('• ', label, ': ', dealsAndMoney(row('deals'), row('amount')));
  return fallback(rows(note('list', list), truncate(line, LINE_LENGTH), most, more), DASH);
}

/** What moved since the last digest; missing when nothing did. */
function changes(): Expression<'text'> {
  const kind = choose(
    'text',
    [
      [row('won'), word('won')],
      [row('closed'), word('lost')],
    ],
    word('newOrMoved'),
  );
  const slips = dealLines(note('list', 'slips'), MOST_MOVED, moved);
  return join(
    collect([
      {
        when: greater(length(note('list', 'moves')), 0),
        value: rows(
          note('list', 'moves'),
          concat('• ', kind, ': ', dealsAndMoney(row('deals'), row('amount'))),
          3,
          more,
        ),
      },
      { when: exists(slips), value: concat(word('closeDatesMoved'), '\n', slips) },
      { when: greater(length(note('list', 'slips')), MOST_MOVED), value: more },
    ]),
    '\n',
  );
}

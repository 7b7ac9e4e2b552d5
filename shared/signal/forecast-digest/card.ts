import { context, divider, fields, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { shown } from '../../card/text.ts';
import {
  add,
  choose,
  concat,
  type Expression,
  equal,
  escaped,
  fallback,
  length,
  note,
  truncate,
  word,
} from '../../language/index.ts';
import { hasSeveralCurrencies, totalsCurrency } from './currency.ts';
import { dealsAndMoney, facts } from './fact.ts';
import { totals } from './figure.ts';
import { input } from './input.ts';
import { quarterDays, quarterName } from './quarter.ts';
import { stageLabel } from './stage.ts';

const INTRO_LENGTH = 800;

/** What a delivery tells the digest about itself. */
export interface DigestPlace {
  /** Where the org's opportunities are listed. */
  readonly listUrl: Expression<'text'>;
  readonly mark: Expression<'text'>;
}

const firstStage = shown(stageLabel(input('first_stage')), 60);

/** The quarter has neither an open deal far enough nor a won one. */
const isEmpty = equal(length(note('list', 'byCategory')), 0);

const scope = choose(
  'text',
  [[isEmpty, concat(quarterDays, word('nothingInForecast'), firstStage, '.')]],
  concat(quarterDays, word('openDealsFrom'), firstStage, word('orLaterAndWon')),
);

/** The digest of the quarter: totals first, then stages, categories, the largest deals, and what moved. */
export function digest({ listUrl, mark }: DigestPlace): Message {
  const title = headline(mark, concat(word('forecast'), quarterName));
  const all = dealsAndMoney(
    add(totals.won.deals, totals.open.deals),
    add(totals.won.amount, totals.open.amount),
  );
  return message(
    concat(
      title.notice,
      ': ',
      word('open'),
      ' ',
      facts.open,
      ', ',
      word('won'),
      ' ',
      facts.won,
      ' ',
      recordLink(listUrl),
    ),
    [
      title.block,
      section(fallback(truncate(escaped(cardInput('intro')), INTRO_LENGTH), scope)),
      fields(
        [word('won'), facts.won],
        [word('open'), facts.open],
        [word('wonAndOpen'), all],
        [word('weighted'), facts.weighted],
      ),
      section(concat('*', word('byStage'), '*\n', facts.byStage)),
      section(concat('*', word('byCategory'), '*\n', facts.byCategory)),
      section(concat('*', word('largestDeals'), '*\n', facts.largest)),
      section(concat('*', facts.since, '*\n', facts.changes)),
      divider(),
      context(
        concat(
          word('amountsIn'),
          shown(totalsCurrency, 10),
          choose('text', [[hasSeveralCurrencies, word('dealsInTheirOwn')]], '.'),
        ),
      ),
      recordButton(listUrl),
    ],
  );
}

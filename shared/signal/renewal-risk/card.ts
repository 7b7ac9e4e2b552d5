import { context, divider, section } from '../../card/block.ts';
import { headline } from '../../card/headline.ts';
import { cardInput } from '../../card/input.ts';
import { type Message, message } from '../../card/message.ts';
import { names } from '../../card/people.ts';
import { openButton } from '../../card/record-link.ts';
import { DASH, shown } from '../../card/text.ts';
import {
  add,
  and,
  choose,
  collect,
  concat,
  type Expression,
  each,
  escaped,
  exists,
  fallback,
  field,
  greater,
  isIn,
  join,
  length,
  not,
  numberText,
  rows,
  truncate,
  word,
} from '../../language/index.ts';
import { NOBODY } from './csm.ts';
import { facts, renewalUrl } from './fact.ts';
import { input } from './input.ts';

/** Renewals that one message shows, the first to close; the others come with the next one. */
export const RENEWALS = 10;

/** What a delivery tells the message about itself. The record is the CSM as a user. */
export interface RiskPlace {
  readonly mark: Expression<'text'>;
  /** The renewals to show. */
  readonly renewals: Expression<'list'>;
  /** How many there are, those not shown included. */
  readonly total: Expression<'number'>;
  /** The address of a CSM whom Slack does not know. */
  readonly missing: Expression<'list'>;
}

/** Renewals that the text without blocks names. */
const NAMED = 3;

const isNobody = isIn(input('csm_id'), [NOBODY]);
const name = field('text', 'Name');
const isActive = field('boolean', 'IsActive');
const email = field('text', 'Email');
const hasNoAddress = and(isActive, not(exists(email)));

/** The message about the renewals of a CSM that are at risk. */
export function warning({ mark, renewals, total, missing }: RiskPlace): Message {
  const title = headline(mark, concat(word('renewalsAtRisk'), numberText(total)));
  const others = add(total, -RENEWALS);
  return message(concat(title.notice, '\n', rows(renewals, facts.name, NAMED, '…')), [
    title.block,
    section(fallback(truncate(escaped(cardInput('intro')), 800), explanation)),
    each(
      renewals,
      section(
        concat(
          '*',
          facts.name,
          '* · ',
          facts.account,
          '\n',
          facts.amount,
          ' · ',
          word('closes'),
          ' ',
          facts.closeDate,
          ' · ',
          facts.lastActivity,
          ' · ',
          facts.owner,
        ),
        openButton(renewalUrl),
      ),
      RENEWALS,
    ),
    divider(),
    context(
      fallback(
        join(
          collect([
            { when: isNobody, value: concat(word('noCsm'), shown(input('csm_source'), 100)) },
            { when: exists(name), value: concat(word('customerSuccess'), ': ', shown(name, 120)) },
            { when: and(exists(name), not(isActive)), value: word('userIsInactive') },
            { when: hasNoAddress, value: word('userHasNoAddress') },
            { when: greater(length(missing), 0), value: concat(word('couldNotFind'), names(missing, 1)) },
            { when: greater(others, 0), value: concat(word('furtherRenewals'), numberText(others)) },
          ]),
          ' · ',
        ),
        DASH,
      ),
    ),
  ]);
}

/** Why these renewals are in the message. */
const explanation = concat(
  word('closeWithin'),
  numberText(input('days_ahead')),
  word('daysAndSilentFor'),
  numberText(input('silent_days')),
  word('daysEnd'),
);

/** The address of the CSM, if they are a user who can be written to. */
export const csmEmail: Expression<'text'> = choose('text', [[isActive, email]], '');

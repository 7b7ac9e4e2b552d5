import { DASH, shown } from '../../card/text.ts';
import {
  choose,
  concat,
  dateText,
  type Expression,
  exists,
  fallback,
  itemFieldsOf,
  link,
  money,
  note,
  truncate,
  word,
} from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';
import { input } from './input.ts';

/** The longest texts of one renewal, so that all those shown fit into a message. */
const NAME_LENGTH = 60;
const ACCOUNT_LENGTH = 50;
const OWNER_LENGTH = 40;
/** An address in Salesforce: the longest host there is, and an id. */
const URL_LENGTH = 120;

const row = itemFieldsOf(Opportunity);

/** Where a renewal opens in Salesforce. */
export const renewalUrl: Expression<'text'> = concat(note('text', 'instanceUrl'), '/', row('Id'));

/** The currency of a renewal's amount: its own where the org has several, else the one that the input names. */
const currency = fallback(row('CurrencyIsoCode'), input('currency'), 'USD');

/** What a message says of each renewal. */
export const facts = {
  name: link(truncate(renewalUrl, URL_LENGTH), truncate(row('Name'), NAME_LENGTH)),
  account: shown(row('Account.Name'), ACCOUNT_LENGTH),
  amount: fallback(money(row('Amount'), currency), DASH),
  closeDate: fallback(dateText(row('CloseDate')), DASH),
  lastActivity: choose(
    'text',
    [[exists(row('LastActivityDate')), concat(word('lastActivity'), ' ', dateText(row('LastActivityDate')))]],
    word('noActivity'),
  ),
  owner: shown(row('Owner.Name'), OWNER_LENGTH),
} as const;

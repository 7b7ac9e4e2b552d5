import { DASH, shown } from '../../card/text.ts';
import { choose } from '../../language/node/choose.ts';
import { concat } from '../../language/node/concat.ts';
import { dateText } from '../../language/node/date-text.ts';
import { exists } from '../../language/node/exists.ts';
import { fallback } from '../../language/node/fallback.ts';
import { childrenOf, fieldsOf } from '../../language/node/field.ts';
import { itemFieldsOf } from '../../language/node/item-field.ts';
import { literal } from '../../language/node/literal.ts';
import { money } from '../../language/node/money.ts';
import { namedField } from '../../language/node/named-field.ts';
import type { Expression } from '../../language/node/node.ts';
import { rows } from '../../language/node/rows.ts';
import { word } from '../../language/node/word.ts';
import { Opportunity } from '../object/opportunity.ts';
import { OpportunityContactRole } from '../object/opportunity-contact-role.ts';
import { input } from './input.ts';

/** The longest name shown, in characters after escaping. */
const NAME_LENGTH = 250;
/** Stakeholders named before "and more". */
export const STAKEHOLDER_LIMIT = 10;

export const opportunity = fieldsOf(Opportunity);

/** The currency of the deal's amounts: its own where the org has several, else the one that the input names. */
export const currency: Expression<'text'> = fallback(
  namedField('text', 'currency_field', ''),
  input('currency'),
  'USD',
);

/** A user that an input's lookup points to. */
export function userField(parameter: 'se_field' | 'csm_field', name: 'Name' | 'Email'): Expression<'text'> {
  return namedField('text', parameter, '', name);
}

/** What the briefing of a deal says. */
export const facts = {
  name: shown(opportunity('Name'), NAME_LENGTH),
  account: shown(opportunity('Account.Name'), NAME_LENGTH),
  stage: shown(opportunity('StageName'), 80),
  amount: fallback(money(opportunity('Amount'), currency), DASH),
  arr: fallback(money(namedField('number', 'arr_field', 'Amount'), currency), DASH),
  contractStart: fallback(dateText(namedField('date', 'contract_start_field', 'Contract.StartDate')), DASH),
  closeDate: fallback(dateText(opportunity('CloseDate')), DASH),
  owner: shown(opportunity('Owner.Name'), NAME_LENGTH),
  solutionsEngineer: shown(userField('se_field', 'Name'), NAME_LENGTH),
  customerSuccess: shown(userField('csm_field', 'Name'), NAME_LENGTH),
  stakeholders: stakeholders(),
} as const;

function stakeholders(): Expression<'text'> {
  const row = itemFieldsOf(OpportunityContactRole);
  const role = choose(
    'text',
    [[exists(row('Role')), concat(' (', shown(row('Role'), 60), ')')]],
    literal('text', null),
  );
  const line = choose(
    'text',
    [[exists(row('Contact.Name')), concat('• ', shown(row('Contact.Name'), 120), role)]],
    literal('text', null),
  );
  const roles = childrenOf(Opportunity)('OpportunityContactRoles');
  return fallback(rows(roles, line, STAKEHOLDER_LIMIT, concat('• ', word('andMore'))), DASH);
}

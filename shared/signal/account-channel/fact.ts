import { DASH, shown } from '../../card/text.ts';
import { dateText, type Expression, fallback, namedField } from '../../language/index.ts';
import { account } from './filter.ts';

/** The longest name shown, in characters after escaping. */
const NAME_LENGTH = 250;
/** The longest value of a picklist or a number shown. */
const VALUE_LENGTH = 80;
const URL_LENGTH = 255;

/** The user who looks after the customer: a lookup of the org's own. */
export function csm(name: 'Name' | 'Email'): Expression<'text'> {
  return namedField('text', 'csm_field', '', name);
}

/** What the card of an account says. */
export const facts = {
  name: shown(account('Name'), NAME_LENGTH),
  industry: shown(account('Industry'), VALUE_LENGTH),
  type: shown(account('Type'), VALUE_LENGTH),
  owner: shown(account('Owner.Name'), NAME_LENGTH),
  customerSuccess: shown(csm('Name'), NAME_LENGTH),
  phone: shown(account('Phone'), VALUE_LENGTH),
  website: shown(account('Website'), URL_LENGTH),
  lastActivity: fallback(dateText(account('LastActivityDate')), DASH),
} as const;

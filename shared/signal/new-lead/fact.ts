import { shown } from '../../card/text.ts';
import { lead } from './filter.ts';

/** The longest name and title shown, in characters after escaping. */
const NAME_LENGTH = 250;
/** The longest value of a picklist shown. */
const VALUE_LENGTH = 80;

/** What the alert of a lead says. */
export const facts = {
  name: shown(lead('Name'), NAME_LENGTH),
  company: shown(lead('Company'), NAME_LENGTH),
  title: shown(lead('Title'), NAME_LENGTH),
  source: shown(lead('LeadSource'), VALUE_LENGTH),
  rating: shown(lead('Rating'), VALUE_LENGTH),
  owner: shown(lead('Owner.Name'), NAME_LENGTH),
  status: shown(lead('Status'), VALUE_LENGTH),
} as const;

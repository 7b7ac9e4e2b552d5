import type { Source } from '../definition.ts';
import { channels } from './channels.ts';
import { csmFields } from './csm-fields.ts';
import type { Dropdown } from './dropdown.ts';
import {
  amountFieldsOf,
  CHOSEN,
  checkboxesOf,
  extraFieldsOf,
  fieldsOf,
  picklistOf,
  stateFields,
  stateValues,
  userFieldsOf,
} from './fields.ts';
import { objects } from './objects.ts';
import { opportunityStages } from './opportunity-stages.ts';
import { accountTeamRoles, csmRoles, teamRoles } from './team-roles.ts';
import { timeZones } from './time-zones.ts';
import { userGroups } from './user-groups.ts';

/** What fills the dropdown of an input, by the input's source. */
export const dropdowns: Readonly<Record<Source, Dropdown>> = {
  'opportunity-stages': opportunityStages,
  'opportunity-fields': fieldsOf('Opportunity'),
  'opportunity-amount-fields': amountFieldsOf('Opportunity'),
  'opportunity-user-fields': userFieldsOf('Opportunity'),
  'opportunity-extra-fields': extraFieldsOf('Opportunity'),
  'case-extra-fields': extraFieldsOf('Case'),
  'case-priorities': picklistOf('Case', 'Priority'),
  'lead-extra-fields': extraFieldsOf('Lead'),
  'lead-sources': picklistOf('Lead', 'LeadSource'),
  'lead-ratings': picklistOf('Lead', 'Rating'),
  'opportunity-checkboxes': checkboxesOf('Opportunity'),
  'account-extra-fields': extraFieldsOf('Account'),
  'account-fields': fieldsOf('Account'),
  'account-types': picklistOf('Account', 'Type'),
  'account-user-fields': userFieldsOf('Account'),
  'account-team-roles': accountTeamRoles,
  'team-roles': teamRoles,
  'csm-roles': csmRoles,
  'csm-fields': csmFields,
  'time-zones': timeZones,
  'user-groups': userGroups,
  channels,
  objects,
  'object-fields': fieldsOf(CHOSEN),
  'object-state-fields': stateFields,
  'object-extra-fields': extraFieldsOf(CHOSEN),
  'object-values': stateValues,
};

/** The inputs that dropdowns depend on. */
export const dropdownNeeds: Readonly<Partial<Record<Source, readonly string[]>>> = {
  'object-fields': ['object'],
  'object-state-fields': ['object'],
  'object-extra-fields': ['object'],
  'object-values': ['object', 'field'],
};

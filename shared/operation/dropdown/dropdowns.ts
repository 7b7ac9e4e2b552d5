import type { Source } from '../definition.ts';
import { channels } from './channels.ts';
import type { Dropdown } from './dropdown.ts';
import { extraFieldsOf, fieldsOf, picklistOf, userFieldsOf } from './fields.ts';
import { opportunityStages } from './opportunity-stages.ts';
import { teamRoles } from './team-roles.ts';
import { timeZones } from './time-zones.ts';
import { userGroups } from './user-groups.ts';

/** What fills the dropdown of an input, by the input's source. */
export const dropdowns: Readonly<Record<Source, Dropdown>> = {
  'opportunity-stages': opportunityStages,
  'opportunity-fields': fieldsOf('Opportunity'),
  'opportunity-user-fields': userFieldsOf('Opportunity'),
  'opportunity-extra-fields': extraFieldsOf('Opportunity'),
  'case-extra-fields': extraFieldsOf('Case'),
  'case-priorities': picklistOf('Case', 'Priority'),
  'lead-extra-fields': extraFieldsOf('Lead'),
  'lead-sources': picklistOf('Lead', 'LeadSource'),
  'lead-ratings': picklistOf('Lead', 'Rating'),
  'team-roles': teamRoles,
  'time-zones': timeZones,
  'user-groups': userGroups,
  channels,
};

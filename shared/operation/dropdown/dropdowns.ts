import type { Source } from '../definition.ts';
import { channels } from './channels.ts';
import type { Dropdown } from './dropdown.ts';
import { extraFields } from './extra-fields.ts';
import { opportunityFields } from './opportunity-fields.ts';
import { opportunityStages } from './opportunity-stages.ts';
import { opportunityUserFields } from './opportunity-user-fields.ts';
import { teamRoles } from './team-roles.ts';

/** What fills the dropdown of an input, by the input's source. */
export const dropdowns: Readonly<Record<Source, Dropdown>> = {
  'opportunity-stages': opportunityStages,
  'opportunity-fields': opportunityFields,
  'opportunity-user-fields': opportunityUserFields,
  'extra-fields': extraFields,
  'team-roles': teamRoles,
  channels,
};

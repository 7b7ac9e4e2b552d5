import { and, answer, equal, literal } from '../../language/index.ts';
import { STAGES_QUERY } from '../../salesforce/stage.ts';
import type { Source } from '../definition.ts';
import type { Dropdown } from './dropdown.ts';
import {
  amountFieldsOf,
  checkboxesOf,
  csmFields,
  extraFieldsOf,
  fieldsOf,
  labelled,
  stateFieldsOf,
  userFieldsOf,
  valuesOf,
} from './fields.ts';
import { channels, userGroups } from './slack.ts';
import { users } from './users.ts';

/** The object, and the field, that the user chose. */
const OBJECT = { input: 'object' } as const;
const FIELD = { input: 'field' } as const;

/** What fills the dropdown of an input, by the input's source. */
export const dropdowns: Readonly<Record<Source, Dropdown>> = {
  'opportunity-stages': {
    from: 'rows',
    query: literal('text', STAGES_QUERY),
    line: {
      keep: equal(answer('boolean', 'IsActive'), true),
      label: answer('text', 'MasterLabel'),
      value: answer('text', 'ApiName'),
    },
  },
  'opportunity-fields': fieldsOf('Opportunity'),
  'opportunity-amount-fields': amountFieldsOf('Opportunity'),
  'opportunity-user-fields': userFieldsOf('Opportunity'),
  'opportunity-extra-fields': extraFieldsOf('Opportunity'),
  'opportunity-checkboxes': checkboxesOf('Opportunity'),
  'case-extra-fields': extraFieldsOf('Case'),
  'case-priorities': valuesOf('Case', 'Priority'),
  'lead-extra-fields': extraFieldsOf('Lead'),
  'lead-sources': valuesOf('Lead', 'LeadSource'),
  'lead-ratings': valuesOf('Lead', 'Rating'),
  'account-extra-fields': extraFieldsOf('Account'),
  'account-fields': fieldsOf('Account'),
  'account-types': valuesOf('Account', 'Type'),
  'account-user-fields': userFieldsOf('Account'),
  'account-team-roles': { from: 'roles', teams: ['AccountTeamMember'] },
  'team-roles': { from: 'roles', teams: ['OpportunityTeamMember'] },
  'csm-roles': { from: 'roles', teams: ['AccountTeamMember', 'OpportunityTeamMember'] },
  'csm-fields': csmFields,
  'time-zones': { from: 'time-zones' },
  'user-groups': userGroups,
  users,
  channels,
  objects: {
    from: 'objects',
    line: {
      ...labelled,
      keep: and(equal(answer('boolean', 'queryable'), true), equal(answer('boolean', 'triggerable'), true)),
    },
  },
  'object-fields': fieldsOf(OBJECT),
  'object-state-fields': stateFieldsOf(OBJECT),
  'object-extra-fields': extraFieldsOf(OBJECT),
  'object-values': valuesOf(OBJECT, FIELD),
};

/** The dropdown can be so long that people search it. */
export function isSearched(source: Source): boolean {
  const dropdown = dropdowns[source];
  return 'searched' in dropdown && dropdown.searched === true;
}

/** The inputs that a dropdown depends on. */
export function dropdownNeeds(source: Source): readonly string[] {
  const dropdown = dropdowns[source];
  const names =
    dropdown.from === 'fields'
      ? dropdown.parts.map(({ object }) => object)
      : dropdown.from === 'values'
        ? [dropdown.object, dropdown.field]
        : [];
  return names.flatMap((name) => (typeof name === 'string' ? [] : [name.input]));
}

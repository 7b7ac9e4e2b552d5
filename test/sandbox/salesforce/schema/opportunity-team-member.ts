import { lookup, picklist, systemFields } from './field.ts';
import { sobject } from './sobject.ts';

export const opportunityTeamMember = sobject(
  'OpportunityTeamMember',
  '00q',
  [
    ...systemFields(),
    lookup('OpportunityId', ['Opportunity'], {
      childRelationshipName: 'OpportunityTeamMembers',
      nillable: false,
      updateable: false,
    }),
    lookup('UserId', ['User'], { nillable: false, updateable: false }),
    picklist('TeamMemberRole', [
      'Account Manager',
      'Channel Manager',
      'Executive Sponsor',
      'Pre-Sales Consultant',
      'Sales Manager',
      'Sales Rep',
    ]),
    picklist('OpportunityAccessLevel', ['*Read', 'Edit', 'All'], { restrictedPicklist: true }),
  ],
  { feature: 'opportunityTeams' },
);

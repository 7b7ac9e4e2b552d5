import { lookup, picklist, systemFields } from './field.ts';
import { sobject } from './sobject.ts';

export const accountTeamMember = sobject(
  'AccountTeamMember',
  '01M',
  [
    ...systemFields(),
    lookup('AccountId', ['Account'], {
      childRelationshipName: 'AccountTeamMembers',
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
    picklist('AccountAccessLevel', ['*Read', 'Edit', 'All'], { restrictedPicklist: true }),
  ],
  { feature: 'accountTeams' },
);

import { checkbox, lookup, picklist, systemFields } from './field.ts';
import { sobject } from './sobject.ts';

export const opportunityContactRole = sobject(
  'OpportunityContactRole',
  '00K',
  [
    ...systemFields(),
    lookup('OpportunityId', ['Opportunity'], {
      childRelationshipName: 'OpportunityContactRoles',
      nillable: false,
      updateable: false,
    }),
    lookup('ContactId', ['Contact'], { childRelationshipName: 'OpportunityContactRoles', nillable: false }),
    picklist('Role', [
      'Business User',
      'Decision Maker',
      'Economic Buyer',
      'Economic Decision Maker',
      'Evaluator',
      'Executive Sponsor',
      'Influencer',
      'Technical Buyer',
    ]),
    checkbox('IsPrimary'),
  ],
  { changeEvents: true },
);

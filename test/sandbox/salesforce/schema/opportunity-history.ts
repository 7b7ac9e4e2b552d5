import { checkbox, creationFields, currency, day, id, instant, lookup, percent, picklist } from './field.ts';
import { forecastCategoryNames } from './opportunity.ts';
import { fixed, sobject } from './sobject.ts';

export const opportunityHistory = sobject(
  'OpportunityHistory',
  '008',
  [
    id(),
    checkbox('IsDeleted'),
    ...creationFields(),
    instant('SystemModstamp', { nillable: false }),
    lookup('OpportunityId', ['Opportunity'], { childRelationshipName: 'OpportunityHistories' }),
    picklist('StageName', [], { picklistObject: 'OpportunityStage' }),
    currency('Amount'),
    currency('PrevAmount'),
    currency('ExpectedRevenue'),
    day('CloseDate'),
    day('PrevCloseDate'),
    percent('Probability'),
    picklist('ForecastCategory', Object.keys(forecastCategoryNames)),
  ],
  fixed,
);

import { checkbox, integer, percent, picklist, systemFields, text } from './field.ts';
import { forecastCategoryNames } from './opportunity.ts';
import { fixed, sobject } from './sobject.ts';

export const opportunityStage = sobject(
  'OpportunityStage',
  '01J',
  [
    ...systemFields(),
    text('ApiName', { nillable: false }),
    text('MasterLabel', { nillable: false, nameField: true }),
    text('Description'),
    integer('SortOrder'),
    checkbox('IsActive'),
    checkbox('IsClosed'),
    checkbox('IsWon'),
    picklist('ForecastCategory', Object.keys(forecastCategoryNames)),
    picklist('ForecastCategoryName', Object.values(forecastCategoryNames)),
    percent('DefaultProbability'),
  ],
  fixed,
);

import { objectType } from '../../language/object-type.ts';

/** A fiscal period. Whether every org with standard fiscal years has rows is not documented. */
export const Period = objectType('Period', {
  Type: 'text',
  Number: 'number',
  StartDate: 'date',
  EndDate: 'date',
  FullyQualifiedLabel: 'text',
});

import { checkbox, decimal, integer, systemFields, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

export const currencyType = sobject(
  'CurrencyType',
  '01L',
  [
    ...systemFields(),
    text('IsoCode', { length: 3, nillable: false }),
    decimal('ConversionRate', { nillable: false }),
    integer('DecimalPlaces'),
    checkbox('IsActive'),
    checkbox('IsCorporate'),
  ],
  { ...fixed, feature: 'multiCurrency' },
);

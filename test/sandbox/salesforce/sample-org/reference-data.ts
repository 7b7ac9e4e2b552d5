import type { Row } from '../schema/type.ts';
import { ONEIL } from './account.ts';
import { sampleId } from './sample-id.ts';

export const businessHours: readonly Row[] = [
  {
    Id: sampleId('01m', 1),
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/New_York',
  },
];

export const entitlements: readonly Row[] = [
  { Id: sampleId('550', 1), Name: 'Gold', AccountId: ONEIL, StartDate: '2026-01-01', EndDate: '2026-12-31' },
];

/** Rates are per one unit of the corporate currency. */
export const currencyTypes: readonly Row[] = [
  { IsoCode: 'USD', ConversionRate: 1, DecimalPlaces: 2, IsActive: true, IsCorporate: true },
  { IsoCode: 'EUR', ConversionRate: 0.8, DecimalPlaces: 2, IsActive: true },
  { IsoCode: 'GBP', ConversionRate: 0.75, DecimalPlaces: 2, IsActive: true },
  { IsoCode: 'JPY', ConversionRate: 150, DecimalPlaces: 0, IsActive: true },
];

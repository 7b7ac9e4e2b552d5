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

/** The record type of renewals. */
export const RENEWAL_TYPE = sampleId('012', 1301);

/** Kinds of opportunities, in an org that tells them apart. */
export const recordTypes: readonly Row[] = [
  { Id: RENEWAL_TYPE, Name: 'Renewal deal', DeveloperName: 'Renewal_Deal' },
  { Id: sampleId('012', 1302), Name: 'New business', DeveloperName: 'New_Business' },
].map((type) => ({ SobjectType: 'Opportunity', IsActive: true, ...type }));

/** Rates are per one unit of the corporate currency. */
export const currencyTypes: readonly Row[] = [
  { IsoCode: 'USD', ConversionRate: 1, DecimalPlaces: 2, IsActive: true, IsCorporate: true },
  { IsoCode: 'EUR', ConversionRate: 0.8, DecimalPlaces: 2, IsActive: true },
  { IsoCode: 'GBP', ConversionRate: 0.75, DecimalPlaces: 2, IsActive: true },
  { IsoCode: 'JPY', ConversionRate: 150, DecimalPlaces: 0, IsActive: true },
];

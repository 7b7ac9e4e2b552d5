import type { Row } from '../schema/type.ts';
import { sampleId } from './sample-id.ts';

export const organizations: readonly Row[] = [
  {
    Id: sampleId('00D', 1),
    Name: 'Acme Seller Inc',
    OrganizationType: 'Enterprise Edition',
    IsSandbox: false,
    InstanceName: 'NA01',
    FiscalYearStartMonth: 2,
    UsesStartDateAsFiscalYearName: false,
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: 'America/New_York',
    CreatedDate: '2020-02-03T09:00:00.000+0000',
  },
];

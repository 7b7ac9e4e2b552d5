import type { Row } from '../schema/type.ts';
import { sampleId } from './sample-id.ts';

/** Account executive; owns the demo deal. */
export const KIM = sampleId('005', 301);
/** Solutions engineer. */
export const SAM = sampleId('005', 302);
/** Customer success manager. */
export const ANA = sampleId('005', 303);
/** Inactive. */
export const OLD_REP = sampleId('005', 304);
/** The user behind the Dealwire connection. */
export const INTEGRATION_USER = sampleId('005', 305);
/** Vice president. */
export const PRIYA = sampleId('005', 306);
/** Has no email address. */
export const TOM = sampleId('005', 307);
/** Has an email address that Slack does not know. */
export const LEA = sampleId('005', 308);
/** Support engineer. */
export const BO = sampleId('005', 309);

const user = (Id: string, first: string | null, last: string, email: string | null, more: Row = {}): Row => ({
  Id,
  FirstName: first,
  LastName: last,
  Alias: (first ?? last).slice(0, 8).toLowerCase(),
  Email: email,
  Username: email ?? `${last.toLowerCase()}.${Id.slice(-6)}@acme.example`,
  IsActive: true,
  TimeZoneSidKey: 'America/New_York',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  CreatedDate: '2024-01-08T14:00:00.000+0000',
  ...more,
});

export const users: readonly Row[] = [
  user(KIM, 'Kim', 'Ro', 'kim@acme.example', {
    Title: 'Account Executive',
    Department: 'Sales',
    ManagerId: PRIYA,
  }),
  user(SAM, 'Sam', 'Ode', 'sam@acme.example', {
    Title: 'Solutions Engineer',
    Department: 'Sales',
    ManagerId: PRIYA,
  }),
  user(ANA, 'Ana', 'Lee', 'ana@acme.example', { Title: 'Customer Success Manager', Department: 'Success' }),
  user(OLD_REP, 'Old', 'Rep', 'old@acme.example', { IsActive: false }),
  user(INTEGRATION_USER, 'Dealwire', 'Integration', 'integration@acme.example', { Department: 'Operations' }),
  user(PRIYA, 'Priya', 'Nair', 'priya@acme.example', { Title: 'VP Sales', Department: 'Sales' }),
  user(TOM, 'Tom', '<Guest> & Co', null, { Title: 'Contract Seller', Department: 'Sales' }),
  user(LEA, 'Léa', "D'Arc", 'lea@acme.example', {
    Title: 'Account Executive',
    Department: 'Sales',
    ManagerId: PRIYA,
  }),
  user(BO, 'Bo 🚀', 'Berg', 'bo@acme.example', { Title: 'Support Engineer', Department: 'Support' }),
];

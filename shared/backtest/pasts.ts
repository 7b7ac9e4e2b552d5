import { FORECAST_DIGEST } from '../signal/forecast-digest/forecast-digest.ts';
import { LOG_TO_SALESFORCE } from '../signal/log-to-salesforce/log.ts';
import { RECORD_CARD } from '../signal/record-card/record-card.ts';
import { RECORD_STATE } from '../signal/record-state/record-state.ts';
import { RENEWAL_RISK } from '../signal/renewal-risk/renewal-risk.ts';
import type { Past } from './past.ts';
import { pastAccounts } from './past-accounts.ts';
import { pastCases } from './past-cases.ts';
import { pastDeals } from './past-deals.ts';
import { pastLeads } from './past-leads.ts';

/** Every signal that can be counted over the past. */
export const pasts: readonly Past[] = [pastDeals, pastCases, pastLeads, pastAccounts];

/** Why a signal cannot be counted over the past, and what to do instead. */
export const noPast: Readonly<Record<string, { readonly reason: string; readonly fix: string }>> = {
  [FORECAST_DIGEST]: {
    reason: 'it comes on its schedule, whatever happened, so there is nothing to count',
    fix: 'It is one message each time: about four a month when it is weekly.',
  },
  [RENEWAL_RISK]: {
    reason:
      'it depends on when something was last logged for a renewal, of which Salesforce keeps only the latest date',
    fix: 'Run its blueprint for a day: each CSM gets one message a day at most, and each renewal is told once a period.',
  },
  [RECORD_CARD]: {
    reason: 'it answers people who ask in Slack, of whom Salesforce knows nothing',
    fix: 'It answers as often as it is asked.',
  },
  [LOG_TO_SALESFORCE]: {
    reason: 'it keeps messages that people choose in Slack, of which Salesforce knows nothing',
    fix: 'It writes as often as somebody chooses a message.',
  },
  [RECORD_STATE]: {
    reason: 'it watches an object and a field of your choice, and not every field has a history',
    fix: 'Test its trigger in the editor, which shows the records that are in the state now.',
  },
};

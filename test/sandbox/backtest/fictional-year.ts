import { accountChannel } from '../../../shared/signal/account-channel/account-channel.ts';
import { CASE_ESCALATION } from '../../../shared/signal/case-escalation/case-escalation.ts';
import { dealRoom } from '../../../shared/signal/deal-room/deal-room.ts';
import { newLead } from '../../../shared/signal/new-lead/new-lead.ts';
import { liveYearOfAccounts } from '../salesforce/population/year-of-accounts.ts';
import { liveYearOfCases } from '../salesforce/population/year-of-cases.ts';
import { liveYearOfDeals } from '../salesforce/population/year-of-deals.ts';
import { liveYearOfLeads } from '../salesforce/population/year-of-leads.ts';
import type { World } from '../world.ts';

/** A year of fictional history for each signal that can be counted over the past; the same every time. */
export const yearOf: Readonly<Record<string, (world: World) => void>> = {
  [dealRoom.name]: liveYearOfDeals,
  [CASE_ESCALATION]: liveYearOfCases,
  [newLead.name]: liveYearOfLeads,
  [accountChannel.name]: liveYearOfAccounts,
};

import { openDealRoom } from './action/open-deal-room.ts';
import { sendCaseAlert } from './action/send-case-alert.ts';
import { sendLeadAlert } from './action/send-lead-alert.ts';
import { sendRenewalRisk } from './action/send-renewal-risk.ts';
import type { Action } from './action.ts';
import type { PollingTrigger } from './polling-trigger.ts';
import { findSlackUser } from './search/find-slack-user.ts';
import { getDealFacts } from './search/get-deal-facts.ts';
import type { Search } from './search.ts';
import { caseEscalated } from './trigger/case-escalated.ts';
import { deliveredRecordChanged } from './trigger/delivered-record-changed.ts';
import { leadCreated } from './trigger/lead-created.ts';
import { opportunityEnteredStage } from './trigger/opportunity-entered-stage.ts';
import { renewalsAtRisk } from './trigger/renewals-at-risk.ts';

/** Every polling trigger of the pack. */
export const triggers: readonly PollingTrigger[] = [
  opportunityEnteredStage,
  caseEscalated,
  deliveredRecordChanged,
  leadCreated,
  renewalsAtRisk,
];

/** Every action of the pack. */
export const actions: readonly Action[] = [openDealRoom, sendCaseAlert, sendLeadAlert, sendRenewalRisk];

/** Every search of the pack. */
export const searches: readonly Search[] = [findSlackUser, getDealFacts];

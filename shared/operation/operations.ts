import { answerWithRecordCard } from './action/answer-with-record-card.ts';
import { logToSalesforce } from './action/log-to-salesforce.ts';
import { openAccountChannel } from './action/open-account-channel.ts';
import { openDealRoom } from './action/open-deal-room.ts';
import { relayChatterPost } from './action/relay-chatter-post.ts';
import { sendAlertWithoutSalesforce } from './action/send-alert-without-salesforce.ts';
import { sendCaseAlert } from './action/send-case-alert.ts';
import { sendForecastDigest } from './action/send-forecast-digest.ts';
import { sendLeadAlert } from './action/send-lead-alert.ts';
import { sendRecordCard } from './action/send-record-card.ts';
import { sendRenewalRisk } from './action/send-renewal-risk.ts';
import type { Action } from './action.ts';
import type { PollingTrigger } from './polling-trigger.ts';
import { messageShortcut } from './request/message-shortcut.ts';
import { slashCommand } from './request/slash-command.ts';
import { checkSetUp } from './search/check-set-up.ts';
import { countPastAccounts } from './search/count-past-accounts.ts';
import { countPastDeals } from './search/count-past-deals.ts';
import { countPastEscalations } from './search/count-past-escalations.ts';
import { countPastLeads } from './search/count-past-leads.ts';
import { findForecastDeals } from './search/find-forecast-deals.ts';
import { findSlackUser } from './search/find-slack-user.ts';
import { getDealFacts } from './search/get-deal-facts.ts';
import type { Search } from './search.ts';
import type { SlackRequest } from './slack-request.ts';
import { accountCreated } from './trigger/account-created.ts';
import { caseEscalated } from './trigger/case-escalated.ts';
import { chatterPosted } from './trigger/chatter-posted.ts';
import { deliveredRecordChanged } from './trigger/delivered-record-changed.ts';
import { leadCreated } from './trigger/lead-created.ts';
import { opportunityEnteredStage } from './trigger/opportunity-entered-stage.ts';
import { recordEnteredState } from './trigger/record-entered-state.ts';
import { renewalsAtRisk } from './trigger/renewals-at-risk.ts';

/** Every polling trigger of the pack. */
export const triggers: readonly PollingTrigger[] = [
  opportunityEnteredStage,
  caseEscalated,
  deliveredRecordChanged,
  leadCreated,
  renewalsAtRisk,
  recordEnteredState,
  accountCreated,
  chatterPosted,
];

/** Every action of the pack. */
export const actions: readonly Action[] = [
  openDealRoom,
  sendCaseAlert,
  sendAlertWithoutSalesforce,
  sendForecastDigest,
  sendLeadAlert,
  sendRenewalRisk,
  sendRecordCard,
  answerWithRecordCard,
  openAccountChannel,
  logToSalesforce,
  relayChatterPost,
];

/** The searches for what signals are about. */
const finding: readonly Search[] = [
  findSlackUser,
  getDealFacts,
  findForecastDeals,
  countPastDeals,
  countPastEscalations,
  countPastLeads,
  countPastAccounts,
];

/** Every search of the pack. */
export const searches: readonly Search[] = [...finding, checkSetUp({ actions, searches: finding, triggers })];

/** Every trigger that a request of Slack starts. */
export const slackRequests: readonly SlackRequest[] = [slashCommand, messageShortcut];

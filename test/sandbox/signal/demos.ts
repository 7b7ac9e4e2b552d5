import { accountChannel } from './account-channel.ts';
import { caseEscalation } from './case-escalation.ts';
import { chatterRelay } from './chatter-relay.ts';
import { dealRoom } from './deal-room.ts';
import type { Demo } from './demo.ts';
import { forecastDigest } from './forecast-digest.ts';
import { logToSalesforce } from './log-to-salesforce.ts';
import { newLead } from './new-lead.ts';
import { recordCard } from './record-card.ts';
import { renewalRisk } from './renewal-risk.ts';

/** Every signal, in the order in which they are shown. */
export const demos: readonly Demo[] = [
  dealRoom,
  caseEscalation,
  forecastDigest,
  renewalRisk,
  newLead,
  recordCard,
  accountChannel,
  logToSalesforce,
  chatterRelay,
];

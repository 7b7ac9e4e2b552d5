import { accountChannelBlueprint } from './account-channel/blueprint.ts';
import type { Blueprint } from './blueprint.ts';
import { caseEscalationBlueprint } from './case-escalation/blueprint.ts';
import { chatterRelayBlueprint } from './chatter-relay/blueprint.ts';
import { dealRoomBlueprint } from './deal-room/blueprint.ts';
import { forecastDigestBlueprint } from './forecast-digest/blueprint.ts';
import { logToSalesforceBlueprint } from './log-to-salesforce/blueprint.ts';
import { newLeadBlueprint } from './new-lead/blueprint.ts';
import { recordCardBlueprint } from './record-card/blueprint.ts';
import { renewalRiskBlueprint } from './renewal-risk/blueprint.ts';

/** Every blueprint that is shipped. */
export const blueprints: readonly Blueprint[] = [
  dealRoomBlueprint,
  caseEscalationBlueprint,
  forecastDigestBlueprint,
  newLeadBlueprint,
  renewalRiskBlueprint,
  recordCardBlueprint,
  accountChannelBlueprint,
  logToSalesforceBlueprint,
  chatterRelayBlueprint,
];

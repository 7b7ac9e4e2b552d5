import { LOGIN_LOOP } from '../salesforce/sample-org/case.ts';
import { SAM } from '../salesforce/sample-org/user.ts';
import { CHANNELS, ON_CALL_GROUP } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';

/** A case of the sample org is escalated, then given to somebody else and closed. */
export const caseEscalation: Demo = {
  signal: 'case-escalation',
  chosen: {
    send_case_alert: { channel: CHANNELS.escalations, on_call_group: ON_CALL_GROUP },
  },
  phases: [
    {
      change: ({ salesforce, clock }) => {
        clock.advance(60_000);
        salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
        return undefined;
      },
    },
    {
      flow: 'updates',
      change: ({ salesforce, clock }) => {
        clock.advance(60_000);
        salesforce.update('Case', LOGIN_LOOP, { OwnerId: SAM, Status: 'Closed' });
        return undefined;
      },
    },
  ],
};

import { LOGIN_LOOP } from '../salesforce/sample-org/case.ts';
import { SAM } from '../salesforce/sample-org/user.ts';
import { CHANNELS, ON_CALL_GROUP } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';
import { writeRecord } from './write-record.ts';

const ESCALATED = { IsEscalated: true };

/** A case of the sample org is escalated, then given to somebody else and closed. */
export const caseEscalation: Demo = {
  signal: 'case-escalation',
  chosen: {
    send_case_alert: { channel: CHANNELS.escalations, on_call_group: ON_CALL_GROUP },
  },
  record: {
    object: 'Case',
    id: LOGIN_LOOP,
    fields: ['IsEscalated', 'Priority', 'Subject', 'OwnerId', 'SlaExitDate'],
    sets: ESCALATED,
  },
  phases: [
    {
      says: 'Somebody saves the case.',
      change: (world, changed) => {
        world.clock.advance(60_000);
        writeRecord(world, 'Case', LOGIN_LOOP, { ...ESCALATED, ...changed });
        return undefined;
      },
    },
    {
      flow: 'updates',
      says: 'A minute later the case is given to Sam Ode and closed.',
      change: ({ salesforce, clock }) => {
        clock.advance(60_000);
        salesforce.update('Case', LOGIN_LOOP, { OwnerId: SAM, Status: 'Closed' });
        return undefined;
      },
    },
  ],
};

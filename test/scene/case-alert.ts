import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

/** A case is escalated, and the alert names who has the week. */
export const caseAlert: Scene = {
  name: 'case alert',
  action: 'send_case_alert',
  happens: ({ salesforce, clock }) => {
    clock.advance(60_000);
    salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
  },
  inputs: {
    record_id: LOGIN_LOOP,
    event_key: `case-escalation-${LOGIN_LOOP}-20261120220100`,
    channel: CHANNELS.escalations,
    on_call_people: [PEOPLE.omar.email, 'nora@acme.example'],
  },
};

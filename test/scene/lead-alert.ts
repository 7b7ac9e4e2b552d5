import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { KIM } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

const LEAD = sampleId('00Q', 601);

/** A lead is created and assigned, and its owner hears of it directly. */
export const leadAlert: Scene = {
  name: 'new lead',
  action: 'send_lead_alert',
  happens: ({ salesforce, clock }) => {
    clock.advance(60_000);
    salesforce.update('Lead', LEAD, { OwnerId: KIM });
  },
  inputs: {
    record_id: LEAD,
    event_key: `new-lead-${LEAD}-new`,
    to_owner: true,
    channel: CHANNELS.wins,
  },
};

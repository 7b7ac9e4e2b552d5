import { addRenewal } from '../sandbox/add-renewal.ts';
import { ANA } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

/** A CSM has three renewals at risk and hears of them in one message. */
export const renewalRisk: Scene = {
  name: 'renewals at risk',
  action: 'send_renewal_risk',
  happens: (world) => {
    addRenewal(world, 'Support plan', { CSM__c: ANA, closesIn: 20 });
    addRenewal(world, 'Seats', { CSM__c: ANA, closesIn: 80 });
  },
  inputs: {
    csm_id: ANA,
    csm_source: 'CSM__c',
    event_key: `renewal-risk-${ANA}-2026-11-20`,
    channel: CHANNELS.general,
  },
};

import { ROLLOUT } from '../sandbox/salesforce/sample-org/project.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

/** A project of the org's own object is at risk, and its card shows a field that an editor chose. */
export const projectCard: Scene = {
  name: 'project card',
  action: 'send_record_card',
  happens: ({ salesforce, clock }) => {
    clock.advance(60_000);
    salesforce.update('Project__c', ROLLOUT, { Status__c: 'At Risk' });
  },
  inputs: {
    object: 'Project__c',
    record_id: ROLLOUT,
    event_key: `record-state-${ROLLOUT}-20261120220100`,
    channel: CHANNELS.escalations,
    extra_fields: ['Go_Live__c:date:Go Live'],
  },
};

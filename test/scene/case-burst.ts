import { caseAlert } from './case-alert.ts';
import { runScene } from './run-scene.ts';
import type { Scene } from './scene.ts';

/** Many alerts at once in one channel: two are out, so that this one stands in the thread of the second. */
export const caseBurst: Scene = {
  name: 'case alert in a burst',
  action: 'send_case_alert',
  happens: async (world) => {
    for (const number of [1, 2]) {
      const id = world.salesforce.insert('Case', { Subject: `Outage ${number}`, IsEscalated: true });
      const inputs = { ...caseBurst.inputs, record_id: id, event_key: `case-escalation-${id}-new` };
      await runScene('zapier', world, { ...caseBurst, inputs });
    }
    caseAlert.happens(world);
  },
  inputs: { ...caseAlert.inputs, on_call_people: [], burst_limit: 1, burst_minutes: 600 },
};

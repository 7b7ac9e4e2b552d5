import { describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { caseAlert } from '../scene/case-alert.ts';
import type { Scene } from '../scene/scene.ts';
import { callFaults } from './faults.ts';
import { meetAtCalls, undisturbed } from './matrix.ts';

/** The org has used up its calls, and an alert is sent without the ledger; it is no scene of those that the ledger decides. */
const standIn: Scene = {
  name: 'alert without Salesforce',
  action: 'send_alert_without_salesforce',
  happens: async (world) => {
    await caseAlert.happens(world);
    world.salesforce.apiUsage.exhausted = true;
  },
  inputs: {
    record_id: caseAlert.inputs.record_id,
    event_key: caseAlert.inputs.event_key,
    channel: caseAlert.inputs.channel,
    headline: 'Case 00001004 was escalated',
    on_call_people: caseAlert.inputs.on_call_people,
  },
};

const ofSlack = callFaults.filter(({ name }) => name !== 'a token that has expired');

describe.each(platforms)('The alert without Salesforce on %s', (platform) => {
  it.each(
    ofSlack,
  )('is there once, whichever call meets $name, as its next run looks before it posts', async (fault) => {
    const expected = await undisturbed(platform, standIn);
    const met = await meetAtCalls(platform, standIn, fault, expected, { from: 0, of: 1 });
    expect(met).toBeGreaterThan(2);
  });
});

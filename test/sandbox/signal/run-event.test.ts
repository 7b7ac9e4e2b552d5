import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readChangeEvent } from '../../../shared/receive/change-event.ts';
import { runEvent } from './run-event.ts';
import { platforms } from './switch-on.ts';

const guide = JSON.parse(await readFile('blueprints/deal-room/change-event.json', 'utf8')).data.payload;

/** The event of the guide with another header. */
const event = (header: Readonly<Record<string, unknown>>) =>
  readChangeEvent(JSON.stringify({ ...guide, ChangeEventHeader: { ...guide.ChangeEventHeader, ...header } }));

it.each([
  ['did not touch the stage', { changedFields: ['Amount'] }, 'the UPDATE changed Amount, not StageName'],
  ['is about another object', { entityName: 'Case', recordIds: ['500xx0000000401AAA'] }, 'about Case'],
  ['is of a deleted record', { changeType: 'DELETE' }, 'a deleted record has no room'],
  ['is of a record the sample org lacks', { recordIds: ['006xx0000099999'] }, 'has no Opportunity'],
])('An event that %s is skipped, with the reason', async (_, header, reason) => {
  const run = await runEvent('zapier', event(header));
  expect(run).toMatchObject({ outcome: 'skipped', slack: { channels: [], messages: [] } });
  expect(run.reason).toContain(reason);
});

describe.each(platforms)('On %s', (platform) => {
  it('an event with three records opens three rooms with a briefing each', async () => {
    const recordIds = ['006Hs00000BkXyzIAF', '006xx0000000204AAA', '006xx0000000205AAA'];
    const run = await runEvent(platform, event({ recordIds }));
    expect(run).toMatchObject({ outcome: 'delivered', cost: { salesforceCalls: 9 } });
    expect(run.cost.tasks + run.cost.operations).toBe(platform === 'zapier' ? 3 : 6);
    expect(run.slack.channels).toHaveLength(3);
    expect(run.slack.messages).toHaveLength(3);
  });
});

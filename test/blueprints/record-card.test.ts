import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asked } from '../sandbox/signal/demo.ts';
import { recordCard } from '../sandbox/signal/record-card.ts';
import { platforms, switchOn } from '../sandbox/signal/switch-on.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const asks = (text: string): Asked => ({
  user: PEOPLE.kim.id,
  channel: CHANNELS.general,
  text,
  keyword: '!deal',
  by: { command: '/deal' },
});

describe.each(platforms)('The blueprint for record cards on %s', (platform) => {
  it('answers each question once and costs nothing while nobody asks', async () => {
    const run = await switchOn(world, recordCard, platform);
    expect(await run()).toMatchObject({ tasks: 0, operations: 0, salesforceCalls: 0, slackCalls: 0 });
    expect(await run(asks('acct Acme'))).toMatchObject({ outcome: 'delivered', salesforceCalls: 3 });
    expect(await run(asks('acct Acme'))).toMatchObject({ outcome: 'delivered' });
    expect(await run()).toMatchObject({ tasks: 0, operations: 0, salesforceCalls: 0 });
    expect(posted().map(({ channel }) => channel)).toEqual([CHANNELS.general, CHANNELS.general]);
  });

  it('answers whatever is typed, also nothing at all', async () => {
    const run = await switchOn(world, recordCard, platform);
    for (const text of ['', '"', "' OR Name != '", '{{1.text}} & <!channel>', '*'.repeat(300)])
      expect(await run(asks(text))).toMatchObject({ outcome: 'delivered' });
    expect(posted()).toHaveLength(5);
  });
});

it('On Zapier messages without the keyword cost no task', async () => {
  const run = await switchOn(world, recordCard, 'zapier');
  const chat: Asked = { ...asks('Did you see Acme?'), keyword: 'Kim:' };
  expect(await run(chat)).toMatchObject({ tasks: 0, salesforceCalls: 0, slackCalls: 0 });
  const told = await run({ ...asks('acct Acme'), keyword: 'Just type !deal' });
  expect(told).toMatchObject({ outcome: 'left', salesforceCalls: 0, slackCalls: 0 });
  expect(posted()).toEqual([]);
});

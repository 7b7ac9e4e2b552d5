import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CHANNELS, ON_CALL_GROUP } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

const MINUTE = 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** What stands in the channel: the numbers of cases, those of a thread in a list behind that of its first message. */
function standing(channel: string = CHANNELS.escalations): readonly unknown[] {
  const all = world.slack.messages(channel).filter(({ user }) => user === world.slack.botUserId);
  const number = (text: string) => Number(/Outage (\d+)/.exec(text)?.[1]);
  return all
    .filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
    .flatMap(({ text, ts }) => {
      const replies = all.filter((other) => other.thread_ts === ts && other.ts !== ts);
      return replies.length === 0
        ? [number(text)]
        : [number(text), replies.map((reply) => number(reply.text))];
    });
}

describe.each(platforms)('Alerts of a burst on %s', (platform) => {
  const cases = new Map<number, string>();
  const alert = (number: number, inputs: Readonly<Record<string, unknown>> = {}) => {
    const id = world.salesforce.insert('Case', { Subject: `Outage ${number}`, IsEscalated: true });
    cases.set(number, id);
    return on(platform, world).act('send_case_alert', {
      record_id: id,
      event_key: `e-${number}`,
      channel: CHANNELS.escalations,
      burst_limit: 2,
      ...inputs,
    });
  };

  it('stand by themselves up to the limit; the next one starts a thread, and the others stand in it', async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      expect(await alert(number)).toMatchObject({ outcome: 'delivered' });
      world.clock.advance(MINUTE);
    }
    expect(standing()).toEqual([1, 2, 3, [4, 5]]);
    const hints = world.slack
      .messages()
      .filter(({ blocks }) => JSON.stringify(blocks).includes('the next ones are in this thread'));
    expect(hints).toHaveLength(1);
  });

  it('begin anew once the minutes have passed', async () => {
    for (const number of [1, 2, 3, 4]) await alert(number);
    world.clock.advance(11 * MINUTE);
    for (const number of [5, 6]) await alert(number);
    expect(standing()).toEqual([1, 2, 3, [4], 5, 6]);
  });

  it('are counted for each channel and each delivery name apart', async () => {
    for (const number of [1, 2]) await alert(number);
    await alert(3, { channel: CHANNELS.general });
    await alert(4, { delivery_name: 'another' });
    expect(standing()).toEqual([1, 2, 4]);
    expect(standing(CHANNELS.general)).toEqual([3]);
  });

  it('mention who is on call in the thread too', async () => {
    for (const number of [1, 2, 3, 4]) await alert(number, { on_call_group: ON_CALL_GROUP });
    expect(JSON.stringify(world.slack.messages(CHANNELS.escalations).at(-1)?.blocks)).toContain(
      `<!subteam^${ON_CALL_GROUP}>`,
    );
  });

  it('follow their cases in the thread too: the alert changes, and the thread says so', async () => {
    for (const number of [1, 2, 3, 4]) await alert(number);
    world.clock.advance(MINUTE);
    const id = String(cases.get(4));
    world.salesforce.update('Case', id, { Priority: 'Low' });
    const update = { record_id: id, event_key: 'change', channel: CHANNELS.escalations, burst_limit: 2 };
    expect(await on(platform, world).act('send_case_alert', update)).toMatchObject({ outcome: 'updated' });
    const last = world.slack.messages(CHANNELS.escalations).at(-1);
    expect(last?.text).toContain('Priority is now Low');
    expect(standing()).toEqual([1, 2, 3, [4, Number.NaN]]);
  });

  it('cost one Salesforce call more each, two in the thread, and none where no limit is set', async () => {
    const calls = async (number: number, inputs: object = {}) => {
      world.salesforce.forget();
      world.slack.forget();
      await alert(number, { ...inputs });
      return [world.salesforce.apiCalls, world.slack.calls.length];
    };
    expect(await calls(1)).toEqual([3, 1]);
    await alert(2);
    expect(await calls(3)).toEqual([3, 1]);
    expect(await calls(4)).toEqual([4, 1]);
    expect(await calls(5, { burst_limit: undefined })).toEqual([2, 1]);
  });
});

it.each(
  platforms,
)('Alerts of many new leads on %s stand in a thread beyond the limit, and none does that goes to its owner', async (platform) => {
  const alert = (number: number, inputs: Readonly<Record<string, unknown>> = {}) => {
    const id = world.salesforce.insert('Lead', { LastName: `Outage ${number}`, Company: 'X' });
    return on(platform, world).act('send_lead_alert', {
      record_id: id,
      channel: CHANNELS.escalations,
      burst_limit: 1,
      ...inputs,
    });
  };
  for (const number of [1, 2, 3, 4]) await alert(number);
  await alert(5, { to_owner: true });
  expect(standing()).toEqual([1, 2, [3, 4]]);
  expect(world.slack.messages().at(-1)?.channel).toMatch(/^D/);
});

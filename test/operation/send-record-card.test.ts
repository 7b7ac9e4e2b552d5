import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendRecordCard } from '../../shared/operation/action/send-record-card.ts';
import { ROLLOUT } from '../sandbox/salesforce/sample-org/project.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { projectCard } from '../scene/project-card.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const shown = (at = 0) => JSON.stringify(posted()[at]?.blocks).replaceAll('\\n', '\n');

describe.each(platforms)('Send Record Card on %s', (platform) => {
  const act = (inputs: Readonly<Record<string, unknown>> = {}) =>
    on(platform, world).act('send_record_card', { ...projectCard.inputs, ...inputs });

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({ ...sendRecordCard.operation.sample, message_ts: expect.any(String) });
  });

  it('posts the chosen fields of a record of any object, once per event', async () => {
    await act();
    expect(shown()).toContain('*Roll-out &lt;Phase 1&gt; &amp; \\"training\\"*');
    expect(shown()).toContain('*Go Live:* Jan 15, 2027');
    expect(await act()).toMatchObject({ outcome: 'already_delivered', already_delivered: true });
    expect(posted()).toHaveLength(1);
  });

  it('makes one message per record when no event key is mapped', async () => {
    await act({ event_key: undefined });
    expect(await act({ event_key: undefined })).toMatchObject({
      outcome: 'already_delivered',
      event_key: `record-state-${ROLLOUT}-card`,
    });
  });

  it('goes to a person, and names a field that cannot be read without losing the message', async () => {
    const { warnings } = await act({
      channel: undefined,
      person: PEOPLE.lea.email,
      extra_fields: ['Missing__c:string:Missing'],
    });
    expect(posted()).toHaveLength(1);
    expect(JSON.stringify(warnings)).toContain('Extra Fields');
  });

  it('costs two Salesforce calls and one Slack call', async () => {
    world.salesforce.forget();
    world.slack.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 1]);
  });

  it.each([
    [{ record_id: 'a01xx' }, /^Record ID: /],
    [{ channel: undefined }, /^Channel: it is empty, and so are Person and Fallback Person\./],
    [{ object: 'Contract' }, /Contract/],
    [{ channel: CHANNELS.leadership }, /Invite the bot to the channel/],
  ])('says for %j what is wrong', async (inputs, says) => {
    const { kind, message } = await on(platform, world).failure(act(inputs));
    expect(kind).toBe('stops');
    expect(message).toMatch(says);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendLeadAlert } from '../../shared/operation/action/send-lead-alert.ts';
import { SAMPLE_LEAD } from '../../shared/operation/trigger/lead-created.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { INBOUND } from '../sandbox/salesforce/sample-org/group.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { ANA, KIM, LEA, OLD_REP, PRIYA, TOM } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

const CONVERTED = sampleId('00Q', 604);
const NASTY = sampleId('00Q', 603);
const INPUTS = {
  record_id: SAMPLE_LEAD,
  event_key: `new-lead-${SAMPLE_LEAD}-new`,
  channel: CHANNELS.wins,
};

let world: World;
beforeEach(async () => {
  world = await startWorld();
  world.clock.advance(60_000);
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const atInstance = (text: string) => text.replaceAll(world.salesforce.url, INSTANCE);
const shown = () => atInstance(JSON.stringify(posted()[0]?.blocks).replaceAll('\\n', '\n'));
/** What was sent to Slack to be posted. */
const sent = () => world.slack.calls.find(({ path }) => path.endsWith('chat.postMessage'))?.body;

describe.each(platforms)('Send Lead Alert on %s', (platform) => {
  const { act, failure } = {
    act: (inputs: Readonly<Record<string, unknown>> = {}) =>
      on(platform, world).act('send_lead_alert', { ...INPUTS, ...inputs }),
    failure: (run: Promise<unknown>) => on(platform, world).failure(run),
  };
  const own = (owner: string) => world.salesforce.update('Lead', SAMPLE_LEAD, { OwnerId: owner });

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({ ...sendLeadAlert.operation.sample, message_ts: expect.any(String) });
  });

  it('tells name, company, title, source, rating, owner and status, with a link', async () => {
    await act();
    expect(atInstance(posted()[0]?.text ?? '')).toBe(
      `New lead: Mia Wong, Umbrella, Web <${INSTANCE}/${SAMPLE_LEAD}|View in Salesforce>`,
    );
    for (const part of [
      '*Company*\nUmbrella',
      '*Title*\nHead of Labs',
      '*Source*\nWeb',
      '*Rating*\nHot',
      '*Owner*\nTier 2 Support',
      'Status: Open - Not Contacted',
      `"url":"${INSTANCE}/${SAMPLE_LEAD}"`,
    ])
      expect(shown()).toContain(part);
  });

  it('posts one alert, and nothing when the event comes again, with its key or without', async () => {
    await act();
    expect(await act()).toMatchObject({ outcome: 'already_delivered', already_delivered: true });
    expect(await act({ event_key: undefined })).toMatchObject({
      outcome: 'already_delivered',
      event_key: INPUTS.event_key,
    });
    expect(posted()).toHaveLength(1);
  });

  it('costs two Salesforce calls, and one Slack call for a channel or two for the owner', async () => {
    own(KIM);
    world.salesforce.forget();
    world.slack.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 1]);
    world.salesforce.forget();
    world.slack.forget();
    await act({ event_key: 'owner', to_owner: true });
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 2]);
  });

  it('says who owns the lead when it is sent, not when it was created', async () => {
    own(ANA);
    await act();
    expect(shown()).toContain('*Owner*\nAna Lee');
  });

  it('goes to the owner directly when that is chosen', async () => {
    own(KIM);
    expect(await act({ to_owner: true })).toMatchObject({ channel_id: expect.stringMatching(/^D/) });
    expect(sent()).toContain(PEOPLE.kim.id);
  });

  it.each([
    ['a queue', INBOUND, 'Status: Open'],
    ['somebody inactive', OLD_REP, 'Status: Open'],
    ['somebody without an address', TOM, 'Status: Open'],
    ['somebody whom Slack does not know', PRIYA, 'Slack does not know priya@acme.example'],
  ])('goes to the channel when the owner is %s', async (_, owner, small) => {
    own(owner);
    expect(await act({ to_owner: true })).toMatchObject({ outcome: 'delivered', channel_id: CHANNELS.wins });
    expect(shown()).toContain(small);
  });

  it('goes to the person, else to the fallback person, when a queue owns the lead', async () => {
    const toOwner = { to_owner: true, channel: undefined };
    const direct = await act({ ...toOwner, person: PEOPLE.lea.email });
    expect(direct.channel_id).toMatch(/^D/);
    const other = { ...toOwner, fallback_email: PEOPLE.lea.email, event_key: 'b' };
    expect(await act(other)).toMatchObject({ channel_id: direct.channel_id });
  });

  it('finds the owner under the address that an alias gives', async () => {
    own(LEA);
    const pair = { from: 'lea@acme.example', to: PEOPLE.ops.email };
    await act({ to_owner: true, aliases: platform === 'zapier' ? { [pair.from]: pair.to } : [pair] });
    expect(sent()).toContain(PEOPLE.ops.id);
  });

  it('stops when nobody would get the lead of a queue', async () => {
    expect(await failure(act({ to_owner: true, channel: undefined }))).toEqual({
      kind: 'stops',
      message:
        'Channel: it is empty, and so are Person and Fallback Person. Choose a channel, or fill in who gets the message.',
    });
  });

  it('stops with a remedy for a channel that the bot cannot see', async () => {
    expect(await failure(act({ channel: CHANNELS.leadership }))).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Invite the bot to the channel'),
    });
  });

  it('skips a lead that was converted meanwhile', async () => {
    expect(await act({ record_id: CONVERTED, event_key: 'converted' })).toMatchObject({ outcome: 'left' });
    expect(posted()).toEqual([]);
  });

  it('says that a lead was deleted meanwhile', async () => {
    world.salesforce.remove('Lead', SAMPLE_LEAD);
    expect(await failure(act())).toEqual({
      kind: 'stops',
      message: `Salesforce shows no Lead with the id ${SAMPLE_LEAD}. Check that it was not deleted and that the integration user may see it.`,
    });
    expect(posted()).toEqual([]);
  });

  it('refuses the id of another object', async () => {
    const { kind, message } = await failure(act({ record_id: '500xx0000000404AAA' }));
    expect(kind).toBe('stops');
    expect(message).toContain('Lead ID: ');
  });

  it('shows hostile names as they are', async () => {
    await act({ record_id: NASTY, event_key: 'nasty' });
    expect(shown()).toContain('*Company*\n&lt;!everyone&gt; \\"Inc\\" &amp; Co');
    expect(shown()).toContain('*Owner*\nInbound &lt;Leads&gt; &amp; \\"Partners\\"');
  });

  it('shows an em dash for what a lead does not have', async () => {
    await act({ record_id: sampleId('00Q', 602), event_key: 'bare' });
    expect(shown()).toContain('*Title*\n—');
    expect(shown()).toContain('*Source*\n—');
  });

  it('says it in another language, in other words, with further fields', async () => {
    await act({
      language: 'fr',
      headline: 'Une piste chaude',
      intro: 'Rappelez-la & vite',
      extra_fields: ['Industry:picklist:Branche'],
    });
    expect(posted()[0]?.text).toMatch(/^Une piste chaude, /);
    expect(shown()).toContain('Rappelez-la &amp; vite');
    expect(shown()).toContain('*Propriétaire*\nTier 2 Support');
    expect(shown()).toContain('*Branche:* —');
  });

  it('goes on without the owner where the user object is hidden, and says so', async () => {
    own(KIM);
    world.salesforce.features.hiddenFields = new Set(['User.Email']);
    const { channel_id, warnings } = await act({ to_owner: true });
    expect(channel_id).toBe(CHANNELS.wins);
    expect(warnings).toEqual([expect.stringContaining('Owner: Salesforce did not do it (INVALID_FIELD)')]);
  });
});

it('Send Lead Alert on Zapier says TEST and sends nobody a direct message when it runs in the editor', async () => {
  world.salesforce.update('Lead', SAMPLE_LEAD, { OwnerId: KIM });
  const { act } = on('zapier', world);
  await act('send_lead_alert', { ...INPUTS, to_owner: true }, { test: true });
  expect(posted().map(({ channel }) => channel)).toEqual([CHANNELS.wins]);
  expect(shown()).toContain('TEST New lead: Mia Wong');
});

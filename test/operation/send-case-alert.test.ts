import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendCaseAlert } from '../../shared/operation/action/send-case-alert.ts';
import { LOGIN_LOOP, PROD_DOWN } from '../sandbox/salesforce/sample-org/case.ts';
import { CHANNELS, ON_CALL_GROUP, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

const KEY = `case-escalation-${LOGIN_LOOP}-20261120220100`;
const INPUTS = { record_id: LOGIN_LOOP, event_key: KEY, channel: CHANNELS.escalations };

let world: World;
beforeEach(async () => {
  world = await startWorld();
  world.clock.advance(60_000);
  world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const shown = () => JSON.stringify(posted()[0]?.blocks).replaceAll('\\n', '\n');

describe.each(platforms)('Send Case Alert on %s', (platform) => {
  const act = (inputs: Readonly<Record<string, unknown>> = {}) =>
    on(platform, world).act('send_case_alert', { ...INPUTS, ...inputs });

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({ ...sendCaseAlert.operation.sample, message_ts: expect.any(String) });
  });

  it('posts one alert, and nothing when the event comes again', async () => {
    await act({ on_call_group: ON_CALL_GROUP });
    expect(posted()).toHaveLength(1);
    expect(shown()).toContain(`*On call*\n<!subteam^${ON_CALL_GROUP}>`);
    expect(await act()).toMatchObject({ outcome: 'already_delivered', already_delivered: true });
    expect(posted()).toHaveLength(1);
  });

  it('costs two Salesforce calls and one Slack call', async () => {
    world.salesforce.forget();
    world.slack.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 1]);
  });

  it('tells when the SLA is breached: by the next milestone, else by the end of the process, else not at all', async () => {
    await act();
    expect(shown()).toContain('*SLA breach*\n<!date^1795226400^{date_short} {time}|Nov 21, 2026, 02:00 UTC>');

    const withoutMilestone = world.salesforce
      .records('Case')
      .find(({ CaseNumber }) => CaseNumber === '00001006');
    await act({ record_id: withoutMilestone?.Id, event_key: 'exit' });
    expect(JSON.stringify(posted()[1]?.blocks)).toContain('No SLA in Salesforce');

    world.salesforce.features.entitlements = false;
    expect(await act({ record_id: PROD_DOWN, event_key: 'none' })).toMatchObject({
      outcome: 'delivered',
      warnings: [],
    });
    expect(JSON.stringify(posted()[2]?.blocks)).toContain('No SLA in Salesforce');
  });

  it('mentions people by email or id, and names whom Slack does not know', async () => {
    await act({ on_call_people: [PEOPLE.omar.email, PEOPLE.pia.id, 'nora@acme.example'] });
    expect(shown()).toContain(`*On call*\n<@${PEOPLE.omar.id}> <@${PEOPLE.pia.id}>`);
    expect(shown()).toContain('Slack does not know nora@acme.example');
  });

  it('finds people under the address that an alias gives', async () => {
    await act({
      on_call_people: ['nora@acme.example'],
      aliases:
        platform === 'zapier'
          ? { 'nora@acme.example': PEOPLE.lea.email }
          : [{ from: 'nora@acme.example', to: PEOPLE.lea.email }],
    });
    expect(shown()).toContain(`*On call*\n<@${PEOPLE.lea.id}>`);
  });

  it.each([
    ['2026-11-20T23:00:00Z', PEOPLE.omar.id],
    ['2026-11-23T07:59:00Z', PEOPLE.omar.id],
    ['2026-11-23T08:00:00Z', PEOPLE.pia.id],
    ['2026-11-30T12:00:00Z', PEOPLE.omar.id],
  ])('mentions at %s whose week it is', async (now, id) => {
    world.clock.set(now);
    await act({
      on_call_people: [PEOPLE.omar.email, PEOPLE.pia.email],
      rotation: 'weekly',
      rotation_start: '2026-11-16T00:00:00+01:00',
      hand_over_time: '09:00',
      time_zone: 'Europe/Berlin',
    });
    expect(shown()).toContain(`*On call*\n<@${id}>"`);
    expect(world.slack.calls.filter(({ path }) => path.includes('lookupByEmail'))).toHaveLength(1);
  });

  it('goes to a person directly, to the channel when Slack does not know them, else to the fallback person', async () => {
    const direct = await act({ person: PEOPLE.lea.email });
    expect(direct.channel_id).toMatch(/^D/);
    expect(await act({ person: 'nora@acme.example', event_key: 'b', record_id: PROD_DOWN })).toMatchObject({
      channel_id: CHANNELS.escalations,
    });
    const third = world.salesforce.insert('Case', { Subject: 'Third', IsEscalated: true });
    const fallback = { channel: undefined, person: 'nora@acme.example', fallback_email: PEOPLE.lea.email };
    expect(await act({ ...fallback, event_key: 'c', record_id: third })).toMatchObject({
      channel_id: direct.channel_id,
    });
  });

  it('stops when nobody can get it, and when nobody was chosen', async () => {
    const { failure } = on(platform, world);
    expect(await failure(act({ channel: undefined, person: 'nora@acme.example' }))).toEqual({
      kind: 'stops',
      message: expect.stringContaining(
        'Slack knows nobody by the addresses given, and no channel is chosen.',
      ),
    });
    expect(await failure(act({ channel: undefined }))).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Channel: it is empty, and so are Person and Fallback Person.'),
    });
  });

  it('stops with a remedy for a channel that the bot cannot see', async () => {
    const { failure } = on(platform, world);
    expect(await failure(act({ channel: CHANNELS.leadership }))).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Invite the bot to the channel'),
    });
  });

  it('skips a case that is no longer escalated', async () => {
    world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: false });
    expect(await act()).toMatchObject({ outcome: 'left' });
    expect(posted()).toEqual([]);
  });

  it('says it in another language, and shows further fields', async () => {
    await act({ language: 'de', locale: 'de-DE', extra_fields: ['Origin:picklist:Herkunft'] });
    expect(shown()).toContain('*Inhaber*\n');
    expect(shown()).toContain(
      '*SLA-Verletzung*\n<!date^1795226400^{date_short} {time}|21. Nov. 2026, 02:00 UTC>',
    );
    expect(shown()).toContain('*Herkunft:* Email');
  });

  it('replaces an alert that somebody deleted', async () => {
    await act();
    world.slack.intercept(({ path }) =>
      path.endsWith('chat.update') ? Response.json({ ok: false, error: 'message_not_found' }) : undefined,
    );
    const replaced = await act({ event_key: 'again' });
    world.slack.intercept(undefined);
    expect(replaced).toMatchObject({ outcome: 'delivered', message_ts: posted()[1]?.ts });
    expect(await act({ event_key: 'and again' })).toMatchObject({ outcome: 'updated' });
    expect(posted()).toHaveLength(2);
  });
});

it('Send Case Alert on Zapier says TEST and addresses nobody when it runs in the editor', async () => {
  const { act } = on('zapier', world);
  const inputs = { ...INPUTS, on_call_group: ON_CALL_GROUP, on_call_people: [PEOPLE.omar.email] };
  await act('send_case_alert', inputs, { test: true });
  expect(shown()).toContain('TEST Case 00001004 was escalated');
  expect(shown()).toContain('*On call*\n—');
  await act('send_case_alert', { ...inputs, channel: undefined, person: PEOPLE.lea.email }, { test: true });
  expect(posted()).toHaveLength(1);
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendAlertWithoutSalesforce } from '../../shared/operation/action/send-alert-without-salesforce.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { CHANNELS, ON_CALL_GROUP, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { caseAlert } from '../scene/case-alert.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await caseAlert.happens(world);
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const shown = (at = 0) => JSON.stringify(posted()[at]?.blocks).replaceAll('\\n', '\n');

const INPUTS = {
  record_id: LOGIN_LOOP,
  event_key: caseAlert.inputs.event_key,
  channel: CHANNELS.escalations,
  headline: 'Case 00001004 was escalated',
  intro: 'Login <loop> for <!here>',
};
const LIMIT = '[403] REQUEST_LIMIT_EXCEEDED TotalRequests Limit exceeded.';

describe.each(platforms)('Send Alert Without Salesforce on %s', (platform) => {
  const act = (inputs: Readonly<Record<string, unknown>> = {}) =>
    on(platform, world).act('send_alert_without_salesforce', { ...INPUTS, ...inputs });
  const alert = (inputs: Readonly<Record<string, unknown>> = {}) =>
    on(platform, world).act('send_case_alert', { ...caseAlert.inputs, if_limited: 'fall_back', ...inputs });

  it('returns the sample that the editor shows, and calls Salesforce not once', async () => {
    world.salesforce.apiUsage.exhausted = true;
    world.salesforce.forget();
    expect(await act()).toEqual({
      ...sendAlertWithoutSalesforce.operation.sample,
      message_ts: expect.any(String),
    });
    expect(world.salesforce.calls).toEqual([]);
  });

  it('says that it was sent without Salesforce, mentions who is on call, and escapes what it is given', async () => {
    await act({ on_call_group: ON_CALL_GROUP, on_call_people: [PEOPLE.omar.email, 'nora@acme.example'] });
    expect(shown()).toContain(':warning: Sent without Salesforce');
    expect(shown()).toContain(`*On call*\n<!subteam^${ON_CALL_GROUP}> <@${PEOPLE.omar.id}>`);
    expect(shown()).toContain('Slack does not know nora@acme.example');
    expect(shown()).toContain('Login &lt;loop&gt; for &lt;!here&gt;');
  });

  it('sends nothing again when it finds its own message, or that of Send Case Alert', async () => {
    const first = await act();
    expect(await act()).toMatchObject({ outcome: 'already_delivered', message_ts: first.message_ts });
    expect(posted()).toHaveLength(1);
  });

  it('finds the message of a run of Send Case Alert that broke off when the limit was reached', async () => {
    world.slack.intercept(({ path }) => {
      if (path.endsWith('chat.postMessage')) world.salesforce.apiUsage.exhausted = true;
      return undefined;
    });
    await alert({ if_limited: 'wait' }).catch(() => undefined);
    world.slack.intercept(undefined);
    expect(await act({ reason: LIMIT })).toMatchObject({ outcome: 'already_delivered' });
    expect(posted()).toHaveLength(1);
  });

  it('does nothing when the step before failed for another reason', async () => {
    expect(await act({ reason: '[429] The service asked to wait.' })).toMatchObject({
      outcome: 'skipped',
      already_delivered: false,
    });
    expect(posted()).toEqual([]);
    expect(await act({ reason: LIMIT })).toMatchObject({ outcome: 'delivered' });
  });

  it('posts where it may not read the channel, unless it is told to stop then', async () => {
    world.slack.intercept(({ path }) =>
      path.endsWith('conversations.history')
        ? Response.json({ ok: false, error: 'missing_scope', needed: 'channels:history' })
        : undefined,
    );
    expect(await on(platform, world).failure(act({ if_unsure: 'stop' }))).toMatchObject({ kind: 'stops' });
    expect(await act()).toMatchObject({ outcome: 'delivered' });
  });

  it('is taken over by Send Case Alert once Salesforce answers again: one message, which then follows the case', async () => {
    world.salesforce.apiUsage.exhausted = true;
    const { message } = await on(platform, world).failure(alert());
    expect(message).toContain('REQUEST_LIMIT_EXCEEDED');
    const { message_ts } = await act({ reason: message });
    world.salesforce.apiUsage.exhausted = false;
    expect(await alert()).toMatchObject({ outcome: 'delivered', message_ts });
    expect(posted()).toHaveLength(1);
    expect(await alert()).toMatchObject({ outcome: 'already_delivered' });
    world.clock.advance(60_000);
    world.salesforce.update('Case', LOGIN_LOOP, { Priority: 'Low' });
    expect(await alert({ event_key: 'later' })).toMatchObject({ outcome: 'updated', message_ts });
    expect(shown()).toContain('*SLA breach*');
    expect(shown()).not.toContain('Sent without Salesforce');
  });
});

describe.each(platforms)('Send Case Alert on %s while the org has used up its API calls', (platform) => {
  const alert = (inputs: Readonly<Record<string, unknown>> = {}) =>
    on(platform, world).act('send_case_alert', { ...caseAlert.inputs, ...inputs });

  it('waits, and alerts once Salesforce answers again', async () => {
    world.salesforce.apiUsage.exhausted = true;
    expect(await on(platform, world).failure(alert())).toMatchObject({ kind: 'repeats' });
    expect(posted()).toEqual([]);
    world.salesforce.apiUsage.exhausted = false;
    expect(await alert()).toMatchObject({ outcome: 'delivered' });
  });

  it('looks into the channel only where an error path may have alerted, at the cost of one Slack call', async () => {
    world.slack.forget();
    await alert({ if_limited: 'fall_back', on_call_people: [] });
    expect(world.slack.calls.map(({ path }) => path)).toEqual([
      '/api/conversations.history',
      '/api/chat.postMessage',
    ]);
  });
});

it('Send Case Alert on zapier fails at the limit when an error path is to alert, which Zapier would never enter while it waits', async () => {
  world.salesforce.apiUsage.exhausted = true;
  const { failure, act } = on('zapier', world);
  expect(await failure(act('send_case_alert', { ...caseAlert.inputs, if_limited: 'fall_back' }))).toEqual({
    kind: 'stops',
    message: expect.stringContaining('Let Send Alert Without Salesforce alert in the error path'),
  });
});

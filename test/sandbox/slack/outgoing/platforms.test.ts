import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appOf } from '../../make/app-of.ts';
import { hookFetch } from '../../make/hook-fetch.ts';
import { openScenario } from '../../make/open-scenario.ts';
import fixture from '../../zapier/fixture/app.ts';
import { type Desk, openDesk } from '../../zapier/fixture/desk.ts';
import { newTicket, postNote, zapOf } from '../../zapier/fixture/zap.ts';
import { type HookServer, startHookServer } from '../../zapier/hook-server.ts';
import { switchOnZap } from '../../zapier/run-zap.ts';
import { sourceRuntime } from '../../zapier/source-runtime.ts';
import { CHANNELS, PEOPLE } from '../sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../slack.ts';

const command = { command: '/sf', text: 'acct Acme', user: PEOPLE.kim.id, channel: CHANNELS.general };
let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

describe('a Zap as the request URL of a slash command', () => {
  let desk: Desk;
  let hooks: HookServer;
  beforeEach(async () => {
    [desk, hooks] = await Promise.all([openDesk(), startHookServer(slack.clock)]);
  });
  afterEach(async () => {
    await desk.server.close();
    await hooks.close();
  });

  const switchOn = async (text: string) =>
    switchOnZap({
      zap: zapOf({ ...newTicket, action: 'ticket_pasted' }, postNote({ text })),
      app: await sourceRuntime(fixture),
      clock: slack.clock,
      hooks,
      authData: desk.authData,
    });

  it('takes a command with an answer of its own, which Slack may show in any way', async () => {
    const live = await switchOn('{{1__subject}}');
    const receiver = { url: live.hookUrl ?? '', hosts: hooks.hosts };
    expect(await slack.sendCommand(receiver, command)).toMatchObject({ shown: 'unknown' });
    const [run] = await live.poll();
    expect(run?.steps[0]?.output).toMatchObject({ command: '/sf', text: 'acct Acme', user_name: 'kim' });
  });

  it('cannot prove itself to Slack’s events', async () => {
    const live = await switchOn('x');
    expect(await slack.verifyUrl({ url: live.hookUrl ?? '', hosts: hooks.hosts })).toBe(false);
  });
});

describe('a scenario as the request URL', () => {
  const url = 'https://hook.eu1.make.com/abc';
  const scenarioOf = (
    communication: object,
    modules: readonly object[] = [],
    module = 'app#slack:onCommand',
  ) =>
    openScenario({
      blueprint: {
        name: 'Commands',
        flow: [{ module }, ...modules].map((each, index) => ({
          id: index + 1,
          version: 1,
          parameters: {},
          mapper: {},
          ...each,
        })),
        metadata: {
          instant: true,
          version: 1,
          scenario: {
            roundtrips: 1,
            maxErrors: 3,
            autoCommit: true,
            sequential: false,
            dataloss: false,
            dlq: true,
          },
          designer: {},
        },
      },
      apps: {
        slack: {
          app: appOf({
            webhook: { command: { webhookType: 'web', code: { communication } } },
            module: {
              onCommand: { moduleType: 'instant_trigger', webhook: 'command', code: { communication: {} } },
              later: {
                moduleType: 'action',
                code: {
                  mappableParams: [
                    { name: 'url', type: 'text' },
                    { name: 'text', type: 'text' },
                  ],
                  communication: {
                    url: '{{parameters.url}}',
                    method: 'POST',
                    body: { text: '{{parameters.text}}' },
                    response: { type: 'text', output: { shown: true } },
                  },
                },
              },
            },
          }),
          version: 1,
        },
      },
      world: {
        fetch,
        hosts: slack.hosts,
        clock: slack.clock,
        sleep: async (milliseconds) => slack.clock.advance(milliseconds),
        timezone: 'UTC',
      },
    });
  const output = { text: '{{body.text}}', url: '{{body.response_url}}' };
  const silent = { respond: { type: 'text', body: '' }, output };

  it('acknowledges in silence by its webhook and answers later by the response_url', async () => {
    const later = {
      module: 'app#slack:later',
      mapper: { url: '{{1.url}}', text: 'You asked for {{1.text}}' },
    };
    const scenario = scenarioOf(silent, [later]);
    const receiver = { url, fetch: hookFetch(scenario) };
    expect(await slack.sendCommand(receiver, command)).toEqual({ shown: 'nothing' });
    expect(slack.ephemerals()).toEqual([]);
    slack.clock.advance(60_000);
    expect(await scenario.run()).toMatchObject({ status: 'success' });
    expect(slack.ephemerals()).toMatchObject([{ to: PEOPLE.kim.id, text: 'You asked for acct Acme' }]);
  });

  it('answers at once with a fixed text', async () => {
    const respond = { type: 'json', body: { text: 'Looking it up' } };
    const scenario = scenarioOf({ respond, output });
    expect(await slack.sendCommand({ url, fetch: hookFetch(scenario) }, command)).toMatchObject({
      shown: 'message',
      text: 'Looking it up',
    });
  });

  it('shows "Accepted" unless it says something else', async () => {
    const scenario = scenarioOf({ output });
    expect(await slack.sendCommand({ url, fetch: hookFetch(scenario) }, command)).toMatchObject({
      shown: 'message',
      text: 'Accepted',
    });
  });

  it('can answer from the scenario, with whatever time that takes', async () => {
    const respond = {
      module: 'gateway:WebhookRespond',
      mapper: { status: '200', body: 'Hello {{1.user_name}}', headers: [] },
    };
    const scenario = scenarioOf({}, [respond], 'gateway:CustomWebHook');
    expect(await slack.sendCommand({ url, fetch: hookFetch(scenario) }, command)).toMatchObject({
      shown: 'message',
      text: 'Hello kim',
    });
    expect(scenario.reports).toHaveLength(1);
  });

  it('proves itself by verification, and takes events and shortcuts', async () => {
    const scenario = scenarioOf({
      verification: {
        condition: "{{body.type = 'url_verification'}}",
        respond: { type: 'text', body: '{{body.challenge}}' },
      },
      respond: { type: 'text', body: '' },
      output: { event: '{{body.event.text}}', payload: '{{body.payload}}' },
    });
    const receiver = { url, fetch: hookFetch(scenario) };
    expect(await slack.verifyUrl(receiver)).toBe(true);
    const ts = slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'hello');
    const where = { channel: CHANNELS.general, ts };
    expect(await slack.sendEvent(receiver, { type: 'message', ...where })).toMatchObject({ taken: true });
    const shortcut = { callbackId: 'sf_capture', user: PEOPLE.kim.id, ...where };
    expect(await slack.sendShortcut(receiver, shortcut)).toEqual({ shown: 'nothing' });
    expect(scenario.queued).toBe(2);
    await scenario.run();
    const [event, action] = scenario.reports.map(({ bundles }) => bundles['1']?.[0]);
    expect(event).toMatchObject({ event: 'hello' });
    expect(JSON.parse(String(action?.payload))).toMatchObject({ type: 'message_action' });
  });

  it('leaves open what is answered to a call that it does not accept', async () => {
    const scenario = scenarioOf({ condition: '{{body.secret = 1}}', output });
    await expect(slack.sendCommand({ url, fetch: hookFetch(scenario) }, command)).rejects.toThrow(
      'did not accept the call',
    );
  });
});

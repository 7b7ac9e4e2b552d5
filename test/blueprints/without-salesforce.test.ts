import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { on } from '../operation/platform.ts';
import { switchOnScenario } from '../sandbox/make/run-blueprint.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { equals } from '../sandbox/zapier/fixture/zap.ts';
import { switchOnBlueprint } from '../sandbox/zapier/run-blueprint.ts';
import type { Zap, ZapNode } from '../sandbox/zapier/zap-export.ts';

const FOLDER = join(import.meta.dirname, '../../blueprints/case-escalation');
const channel = CHANNELS.escalations;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const shown = () => JSON.stringify(posted()[0]?.blocks);

/** From now on the org has used up its calls as soon as an alert is to be noted in the ledger. */
function useUpAtTheAlert(): void {
  world.salesforce.intercept(({ body }) => {
    if (body.includes('Dealwire_Delivery__c/') || body.includes('"Holder__c"'))
      world.salesforce.apiUsage.exhausted = true;
    return undefined;
  });
}

function escalate(): void {
  world.clock.advance(60_000);
  world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
}

interface Scenario {
  readonly flow: readonly { readonly id: number; readonly mapper: object; readonly module: string }[];
}

/** The error handler of the alert on Make: alert without Salesforce, then keep the run for later. */
function withHandler(blueprint: unknown): unknown {
  const { flow, ...rest } = blueprint as Scenario;
  const [trigger, alert] = flow;
  if (trigger === undefined || alert === undefined) throw new Error('The blueprint has other modules now.');
  const metadata = { designer: { x: 300, y: 300 } };
  const standIn = {
    id: 3,
    module: alert.module.replace('sendCaseAlert', 'sendAlertWithoutSalesforce'),
    version: 1,
    parameters: {},
    mapper: {
      record_id: '{{1.record_id}}',
      event_key: '{{1.event_key}}',
      channel,
      reason: '{{2.error.message}}',
      headline: 'Case {{1.case_number}} was escalated',
      intro: '{{1.subject}}',
    },
    metadata,
  };
  const keep = {
    id: 4,
    module: 'builtin:Break',
    version: 1,
    parameters: {},
    mapper: { retry: true, count: '3', interval: '15' },
    metadata,
  };
  const mapper = { ...alert.mapper, channel, if_limited: 'fall_back' };
  return { ...rest, flow: [trigger, { ...alert, mapper, onerror: [standIn, keep] }] };
}

it('On Make the error handler of the alert sends it without Salesforce at once, and the kept run takes it over later', async () => {
  const { run, scenario } = switchOnScenario({
    world,
    file: join(FOLDER, 'scenario.json'),
    edit: withHandler,
  });
  escalate();
  useUpAtTheAlert();
  await run();
  expect(posted()).toHaveLength(1);
  expect(shown()).toContain('Sent without Salesforce');
  expect(shown()).toContain('Login &lt;loop&gt;');
  world.salesforce.intercept(undefined);
  world.salesforce.apiUsage.exhausted = false;
  world.clock.advance(15 * 60_000);
  await scenario.resumeDue();
  expect(scenario.incomplete).toEqual([]);
  expect(posted()).toHaveLength(1);
  expect(world.salesforce.records('Dealwire_Delivery__c')).toContainEqual(
    expect.objectContaining({ Status__c: 'done', Message__c: posted()[0]?.ts, Outcome__c: 'delivered' }),
  );
});

it('On Make the error handler sends nothing when the alert failed for another reason, and the kept run sends it later', async () => {
  const { run, scenario } = switchOnScenario({
    world,
    file: join(FOLDER, 'scenario.json'),
    edit: withHandler,
  });
  escalate();
  world.slack.failNext('chat.postMessage', { status: 429, retryAfter: 30 });
  await run();
  expect(posted()).toEqual([]);
  world.clock.advance(15 * 60_000);
  await scenario.resumeDue();
  expect(scenario.incomplete).toEqual([]);
  expect(posted()).toHaveLength(1);
});

/** The Zap with an error path behind the alert, as the editor adds one. */
function withErrorPath(zap: Zap): Zap {
  const alert = Object.values(zap.nodes).find(({ action }) => action === 'send_case_alert');
  if (alert === undefined) throw new Error('The blueprint has other steps now.');
  const { id, root_id } = alert;
  const trigger = Number(root_id);
  const step = (at: number, parent: number, more: Partial<ZapNode>): ZapNode => ({
    ...alert,
    id: id + at,
    parent_id: parent,
    ...more,
  });
  const criterion = { ...equals(`${id}___zap_step_did_not_error`, ''), match: 'iexist' };
  const branch = (at: number, index: number, action: string, more: object = {}) =>
    step(at, id + 1, {
      type_of: 'filter',
      selected_api: 'BranchingAPI',
      action: 'filter',
      meta: {},
      params: {
        path_eval_index: index,
        path_eval_stage: 1,
        isAlwaysRun: false,
        filter_criteria: [{ ...criterion, action }],
        ...more,
      },
    });
  const steps = [
    {
      ...alert,
      params: { ...alert.params, channel, if_limited: 'fall_back' },
      meta: { ...alert.meta, $error_wrapper: { error_step_under_test: true } },
    },
    step(1, id, {
      selected_api: 'BranchingAPI',
      action: 'branch',
      params: {},
      meta: { $error_wrapper: { error_wrapper_as_path: true } },
    }),
    branch(2, 0, 'continue'),
    branch(3, 1, 'stop', { ignore_dependency_errors: true }),
    step(4, id + 3, {
      action: 'send_alert_without_salesforce',
      params: {
        record_id: `{{${trigger}__record_id}}`,
        event_key: `{{${trigger}__event_key}}`,
        channel,
        headline: `Case {{${trigger}__case_number}} was escalated`,
        intro: `{{${trigger}__subject}}`,
      },
    }),
  ];
  return { ...zap, nodes: { ...zap.nodes, ...Object.fromEntries(steps.map((node) => [node.id, node])) } };
}

it('On Zapier the error path of the alert sends it without Salesforce at once, and a later run for the same event takes it over', async () => {
  const { poll } = await switchOnBlueprint({ world, file: join(FOLDER, 'zap.json'), edit: withErrorPath });
  escalate();
  useUpAtTheAlert();
  await poll();
  expect(posted()).toHaveLength(1);
  expect(shown()).toContain('Sent without Salesforce');
  world.salesforce.intercept(undefined);
  world.salesforce.apiUsage.exhausted = false;
  const later = { record_id: LOGIN_LOOP, channel, if_limited: 'fall_back' };
  expect(await on('zapier', world).act('send_case_alert', later)).toMatchObject({ outcome: 'delivered' });
  expect(posted()).toHaveLength(1);
});

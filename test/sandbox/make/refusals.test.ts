import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Refusal } from '../iml/refusal.ts';
import { type AppPieces, appOf, problemsOf } from './app-of.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { type Echo, startEcho } from './echo.ts';
import { createDataStore, openScenario, type ScenarioOptions } from './open-scenario.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';
import { runModule } from './run-module.ts';
import { runTrigger, startState } from './run-trigger.ts';
import { runUntil } from './run-until.ts';
import { readIncoming } from './webhook/incoming.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
afterAll(() => echo.server.close());

type Met = Promise<readonly (string | undefined)[]> | readonly (string | undefined)[];
const HERE = 'https://api.test/';

/** Refusals found when an app is loaded. */
const inApp = (pieces: AppPieces): Met => problemsOf(pieces).map(({ refusal }) => refusal);
const inAction = (communication: unknown, more: AppPieces = {}) =>
  inApp({ ...more, module: { act: { moduleType: 'action', code: { communication } } } });
const thrown = async (work: () => Promise<unknown>): Promise<readonly (string | undefined)[]> => {
  try {
    await work();
    return ['nothing was refused'];
  } catch (error) {
    return [error instanceof Refusal ? error.id : String(error)];
  }
};
/** A refusal met when an action or search runs. */
const running = (
  communication: unknown,
  answer: Response | object = {},
  {
    type = 'action',
    base,
    parameters = {},
  }: { type?: 'action' | 'search'; base?: unknown; parameters?: object } = {},
) =>
  thrown(() => {
    const pieces: AppPieces = { module: { act: { moduleType: type, code: { communication } } } };
    const app = appOf(base === undefined ? pieces : { ...pieces, base });
    echo.answer(answer);
    return runModule({ app, world: echo.world }, 'act', { ...parameters });
  });
const posting = (more: object, answer: Response | object = {}) =>
  running({ url: HERE, method: 'POST', body: {}, ...more }, answer);
const answered = (response: object, answer: Response | object) => running({ url: HERE, response }, answer);
const trigger = (more: object, items: readonly object[] = [{ id: 1 }]) =>
  thrown(() => {
    const communication = {
      url: HERE,
      response: {
        iterate: '{{body.items}}',
        trigger: { type: 'date', order: 'asc', id: '{{item.id}}', date: '{{now}}', ...more },
      },
    };
    const app = appOf({ module: { watch: { moduleType: 'trigger', code: { communication } } } });
    echo.answer({ items });
    return runTrigger({ app, world: echo.world }, 'watch', {}, startState('all', 0));
  });
const connection = (communication: object): AppPieces => ({
  connection: { one: { connectionType: 'oauth', code: { communication } } },
});
const webhook = (more: object, code: object = {}): AppPieces => ({
  webhook: { hook: { webhookType: 'web', ...more, code: { communication: {}, ...code } } },
});

const calling = (body: string, type: string, query = '') =>
  new Request(`${HERE}${query}`, { method: 'POST', headers: { 'content-type': type }, body });

const values = [{ spec: [{ name: 'x', value: 1 }] }];
const START = { module: 'util:BasicTrigger', parameters: { values } };
const flowOf = (modules: readonly object[], scenario: object = {}) => ({
  name: 'Test',
  flow: modules.map((module, index) => ({ id: index + 1, version: 1, mapper: {}, ...module })),
  metadata: {
    instant: false,
    version: 1,
    scenario: {
      roundtrips: 1,
      maxErrors: 3,
      autoCommit: true,
      sequential: false,
      dataloss: false,
      dlq: true,
      ...scenario,
    },
    designer: {},
  },
});
/** Refusals found when a blueprint is checked. */
const inBlueprint = (...modules: readonly object[]): Met =>
  checkBlueprint(flowOf([START, ...modules])).map(({ refusal }) => refusal);
/** A refusal met when a scenario runs. */
const inRun = (modules: readonly object[], scenario: object = {}, more: Partial<ScenarioOptions> = {}) =>
  thrown(() =>
    openScenario({ blueprint: flowOf([START, ...modules], scenario), world: echo.world, ...more }).run(),
  );
const withApp = (modules: readonly object[], scenario: object = {}, first: object = START) =>
  thrown(async () => {
    const communication = { url: HERE, response: { output: '{{parameters}}' } };
    const watch = {
      url: HERE,
      response: { iterate: '{{body.items}}', trigger: { type: 'id', order: 'asc', id: '{{item.id}}' } },
    };
    const app = appOf({
      module: {
        act: {
          moduleType: 'action',
          code: {
            communication,
            mappableParams: [
              { name: 'text', type: 'text' },
              { name: 'count', type: 'number' },
            ],
          },
        },
        find: {
          moduleType: 'search',
          code: { communication: { response: { output: { __IMTINDEX__: 1 } } } },
        },
        watch: { moduleType: 'trigger', code: { communication: watch } },
      },
    });
    const apps = { test: { app, version: 1 } };
    return openScenario({
      blueprint: flowOf([first, ...modules], scenario),
      world: echo.world,
      apps,
      start: 'all',
    }).run();
  });
const act = (mapper: object, more: object = {}) => ({ module: 'app#test:act', mapper, ...more });
const tell = {
  module: 'slack:CreateMessage',
  version: 4,
  mapper: { channelWType: 'manualy', channel: 'C1', text: 'x' },
};
const fail = { module: 'json:ParseJSON', mapper: { json: '{' } };
const add = { module: 'datastore:AddRecord', mapper: { key: 'k', overwrite: false, data: {} } };
const branches = (more: object) => ({
  module: 'builtin:BasicIfElse',
  branches: [
    { type: 'condition', conditions: [[{ a: '{{1.x}}', o: 'number:equal', b: '2' }]], flow: [], ...more },
  ],
});
const merge = { module: 'builtin:BasicMerge', outputs: [], filters: [null] };
const directive = (module: string, more: object = {}) => ({
  id: 90,
  module,
  version: 1,
  mapper: {},
  ...more,
});
const feeder = { module: 'builtin:BasicFeeder', mapper: { array: '{{emptyarray}}' } };
const collect = { module: 'builtin:BasicAggregator', parameters: { feeder: 2 }, mapper: {} };

const CASES: Readonly<Record<RefusalId, () => Met>> = {
  'alt-connection': () =>
    inApp({ module: { act: { moduleType: 'action', altConnection: 'other', code: { communication: {} } } } }),
  'iml-in-parameters': () =>
    inApp({
      module: {
        act: {
          moduleType: 'action',
          code: { communication: {}, interface: [{ name: 'a', type: 'text', label: '{{1}}' }] },
        },
      },
    }),
  'fill-me': () =>
    inApp({
      origins: [
        {
          label: 'x FILL-ME',
          baseUrl: 'https://eu1.make.com/api',
          appId: 'abc',
          appVersion: 1,
          apikeyFile: 'k',
        },
      ],
    }),
  preauthorize: () => inApp(connection({ preauthorize: { url: HERE }, token: { url: HERE } })),
  'shared-webhook': () => inApp(webhook({ webhookType: 'web-shared' })),
  'webhook-update': () => inApp(webhook({}, { update: {} })),
  'variable-out-of-place': () => inAction({ url: '{{body.next}}' }),
  'state-spelling': () =>
    inApp({
      module: {
        watch: {
          moduleType: 'trigger',
          code: {
            communication: {
              url: HERE,
              qs: { after: '{{data.lastID}}' },
              response: { iterate: '{{body}}', trigger: { type: 'id', order: 'asc', id: '{{item.id}}' } },
            },
          },
        },
      },
    }),
  'oauth-redirect': () =>
    inApp(connection({ token: { url: HERE, qs: { redirect_uri: '{{oauth.redirectUri}}' } } })),
  'request-less-verdict': () => inAction({ response: { valid: '{{temp.ok}}', output: {} } }),
  'request-less-only': () => inAction({ qs: { a: 1 } }),
  'repeat-beyond-temp': () =>
    inAction({ url: HERE, repeat: { condition: '{{body.more}}', delay: 1, limit: 2 } }),
  'repeat-combined': () =>
    inApp({
      module: {
        find: {
          moduleType: 'search',
          code: {
            communication: {
              url: HERE,
              repeat: { condition: false, delay: 1, limit: 2 },
              response: { iterate: '{{body}}' },
            },
          },
        },
      },
    }),
  'repeat-limit': () =>
    running({ url: HERE, repeat: { condition: true, delay: 1, limit: 2 }, response: { output: {} } }),
  'pagination-counter': () =>
    inAction({ url: HERE, pagination: { condition: true, qs: { page: '{{pagination.page}}' } } }),
  'pagination-without-iterate': () => inAction({ url: HERE, pagination: { condition: false } }),
  'pagination-detached': () =>
    inAction({ url: HERE, pagination: { condition: false, mergeWithParent: false } }),
  'base-directive': () => inApp({ base: { body: {} } }),
  'base-override': () =>
    running(
      { url: HERE, log: { sanitize: ['request.body.a'] } },
      {},
      { base: { log: { sanitize: ['request.headers.b'] } } },
    ),
  'signed-request': () => inAction({ url: HERE, aws: {} }),
  redirect: () => posting({}, new Response(null, { status: 302, headers: { location: '/x' } })),
  'valid-half': () => inAction({ url: HERE, response: { valid: { condition: true, message: 'x' } } }),
  'valid-rescue': () => answered({ valid: true }, Response.json({}, { status: 500 })),
  'error-type-lost': () => answered({ error: { message: 'x' } }, Response.json({}, { status: 429 })),
  'condition-text': () => running({ url: HERE, condition: '{{1}}{{2}}' }),
  'temp-shape': () => running([{ temp: { a: [1] } }, { temp: { a: { b: 1 } }, response: { output: {} } }]),
  'encode-url': () => running({ url: 'https://api.test/a%20b' }),
  'query-twice': () => running({ url: 'https://api.test/?a=1', qs: { b: 2 } }),
  'header-value': () => running({ url: HERE, headers: { a: '{{null}}' } }),
  'header-override': () =>
    running({ url: HERE, headers: { A: '{{undefined}}' } }, {}, { base: { headers: { a: 'x' } } }),
  'qs-value': () => running({ url: HERE, qs: { a: '{{null}}' } }),
  'json-body': () => posting({ body: 'text' }),
  'form-body': () => posting({ type: 'urlencoded', body: { a: [1] } }),
  'text-body': () => posting({ type: 'text', body: 'a' }),
  'content-type': () => posting({ headers: { 'content-type': 'text/plain' } }),
  'response-type': () => answered({}, new Response('x', { headers: { 'content-type': 'text/html' } })),
  'response-malformed': () => answered({ type: 'json' }, new Response('x')),
  xml: () => inAction({ url: HERE, response: { type: 'xml' } }),
  'iterate-container': () =>
    running({ response: { iterate: '{{parameters.none}}' } }, {}, { type: 'search' }),
  'output-undefined': () => running({ response: { output: '{{parameters.none}}' } }),
  'output-missing': () => running({ response: { output: null } }),
  'wrapper-one-bundle': () =>
    running(
      { response: { iterate: '{{emptyarray}}', wrapper: { all: '{{output}}' } } },
      {},
      { type: 'search' },
    ),
  'limit-value': () =>
    running(
      { response: { iterate: '{{emptyarray}}', limit: '{{parameters.limit}}' } },
      {},
      { type: 'search' },
    ),
  'trigger-date': () => trigger({ date: '2026-01-01' }),
  'trigger-id': () => trigger({ type: 'id', id: 'a{{item.id}}' }),
  'trigger-place': () =>
    inAction({
      url: HERE,
      response: { iterate: '{{body}}', trigger: { type: 'id', order: 'asc', id: '{{item.id}}' } },
    }),
  'first-run': () =>
    thrown(() => {
      const communication = {
        url: HERE,
        response: { iterate: '{{body}}', trigger: { type: 'id', order: 'asc', id: '{{item.id}}' } },
      };
      const app = appOf({ module: { watch: { moduleType: 'trigger', code: { communication } } } });
      return runTrigger({ app, world: echo.world }, 'watch', {}, undefined);
    }),
  'parameter-type': () => withApp([act({ count: 'many' })]),
  'mapped-empty': () => withApp([act({ text: '{{if(1.x = 1; null; "a")}}' })]),
  'search-counters': () => withApp([{ module: 'app#test:find' }]),
  'error-field': () =>
    inBlueprint({ ...fail, onerror: [directive('builtin:Resume', { mapper: { a: '{{2.error.type}}' } })] }),
  'stock-module': () => inBlueprint({ module: 'salesforce:WatchRecords' }),
  'stock-field': () => inBlueprint({ module: 'json:TransformToJSON', mapper: { value: 1 } }),
  'slack-output': () =>
    inBlueprint(tell, { module: 'util:SetVariable2', mapper: { name: 'a', value: '{{2.ts}}' } }),
  'slack-error': () => {
    const world = { ...echo.world, hosts: { 'https://slack.com': echo.server.url } };
    echo.answer({ ok: false, error: 'channel_not_found' });
    return inRun([tell], {}, { world, slackToken: 'xoxb-1' });
  },
  'merge-outputs': () =>
    inBlueprint(branches({ merge: true }), { ...merge, outputs: [{ name: 'a', mappings: [] }] }),
  'no-branch': () => inRun([branches({})]),
  'merge-place': () => inBlueprint(merge),
  'empty-aggregation': () => inRun([feeder, collect]),
  'aggregator-place': () => inRun([{ ...collect, parameters: { feeder: 9 } }]),
  'record-missing': () =>
    inRun(
      [{ module: 'datastore:GetRecord', mapper: { key: 'k' } }],
      {},
      { dataStores: { 2: createDataStore() } },
    ),
  'record-duplicate': () => inRun([add], {}, { dataStores: { 2: createDataStore({ k: {} }) } }),
  'parse-error': () => inRun([fail]),
  'counter-reset': () =>
    inRun([{ module: 'util:FunctionIncrement', parameters: { reset: 'run' } }], { roundtrips: 2 }),
  'rollback-auto-commit': () =>
    inRun(
      [add, { ...fail, onerror: [directive('builtin:Rollback')] }],
      {},
      { dataStores: { 2: createDataStore() } },
    ),
  'rollback-position': () => {
    echo.answer({ items: [{ id: 1 }] }, Response.json({}, { status: 500 }));
    return withApp([act({})], { dlq: false }, { module: 'app#test:watch' });
  },
  'bundles-left': () => {
    echo.answer(Response.json({}, { status: 500 }));
    return withApp(
      [act({})],
      {},
      { module: 'util:BasicTrigger', parameters: { values: [...values, ...values] } },
    );
  },
  'handler-end': () =>
    inBlueprint({
      ...fail,
      onerror: [{ id: 90, module: 'json:ParseJSON', version: 1, mapper: { json: '{}' } }],
    }),
  'first-module-handler': () =>
    checkBlueprint(flowOf([{ ...START, onerror: [directive('builtin:Ignore')] }])).map(
      ({ refusal }) => refusal,
    ),
  'break-in-aggregation': () =>
    inRun([
      { module: 'builtin:BasicFeeder', mapper: { array: '{{add(emptyarray; 1)}}' } },
      { ...fail, onerror: [directive('builtin:Break')] },
      { ...collect, mapper: { a: '{{3.a}}' } },
    ]),
  'schedule-kind': () =>
    thrown(() => {
      const scenario = openScenario({ blueprint: flowOf([START]), world: echo.world });
      return runUntil(scenario, { type: 'monthly' }, echo.clock, 'UTC', echo.clock.now());
    }),
  'hook-input': () =>
    thrown(() => {
      const flow = [{ module: 'gateway:CustomWebHook' }];
      const blueprint = flowOf(flow);
      const instant = { ...blueprint, metadata: { ...blueprint.metadata, instant: true } };
      const scenario = openScenario({ blueprint: instant, world: echo.world });
      return scenario.receive(calling('{}', 'application/json', '?a=1'));
    }),
  'hook-body': () => thrown(() => readIncoming(calling('x', 'image/png'))),
  'xml-malformed': () => thrown(() => readIncoming(calling('<a>', 'text/xml'))),
  'xml-node': () => thrown(() => readIncoming(calling('<a/>', 'text/xml'))),
};

it.each(Object.keys(REFUSALS) as RefusalId[])('%s is refused, from the list', async (id) => {
  expect(await CASES[id]()).toContain(id);
});

it.each(Object.entries(REFUSALS))('%s says what, why and what instead', (_, {
  construct,
  reason,
  instead,
}) => {
  expect(construct.length).toBeGreaterThan(2);
  expect(`${reason} ${instead}`).toMatch(/\. .+\.$/);
});

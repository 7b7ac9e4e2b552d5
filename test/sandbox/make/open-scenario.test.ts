import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Server, serve } from '../serve.ts';
import { connectBasic, type MakeAccount } from './connect.ts';
import { type Echo, startEcho } from './echo.ts';
import { loadMakeApp } from './load-make-app.ts';
import { createDataStore, openScenario, type ScenarioOptions } from './open-scenario.ts';
import { runUntil } from './run-until.ts';

const app = loadMakeApp(`${import.meta.dirname}/fixture/app`);
const FILE: Blueprint = JSON.parse(readFileSync(`${import.meta.dirname}/fixture/scenario.json`, 'utf8'));
interface Blueprint {
  readonly flow: readonly object[];
  readonly metadata: { readonly scenario: object };
}

let records: Echo;
let chat: Server;
let account: MakeAccount;
let world: Echo['world'];
let found: readonly object[];
let faults: (Response | 'before' | 'after' | undefined)[];

beforeAll(async () => {
  records = await startEcho();
  chat = await serve('chat', async (request) => {
    const { name } = (await request.json()) as { name: string };
    return Response.json({ ok: name !== 'deal-bad', id: `C-${name}`, error: 'invalid_name' });
  });
  world = {
    ...records.world,
    hosts: { 'https://records.test': records.server.url, 'https://chat.test': chat.url },
  };
  const parameters = {
    instanceUrl: 'https://records.test',
    recordToken: 'record-token',
    chatToken: 'chat-token',
  };
  account = await connectBasic({ app, world }, 'both', parameters);
});
beforeEach(() => {
  found = [];
  faults = [];
  chat.forget();
  records.server.forget();
  records.log.length = 0;
  records.server.intercept(({ path }) => {
    if (path === '/v1/records') return Response.json({ records: found });
    if (path === '/v1/people') return Response.json({ people: found });
    return faults.shift() ?? Response.json({ name: path.split('/').at(-1) ?? '' });
  });
  chat.intercept(() => undefined);
});
afterAll(async () => {
  await records.server.close();
  await chat.close();
});

const record = (id: string, minute = 1, amount = 5000) => ({
  id,
  name: id.toUpperCase(),
  amount,
  changed: `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000+0000`,
});
const settings = (more: object, file: Blueprint = FILE): Blueprint => ({
  ...file,
  metadata: { ...file.metadata, scenario: { ...file.metadata.scenario, ...more } },
});
const open = (blueprint: unknown = FILE, more: Partial<ScenarioOptions> = {}) =>
  openScenario({
    blueprint,
    world,
    apps: { 'fixture-ab12cd': { app, version: 1, accounts: [account] } },
    start: 'all',
    ...more,
  });
/** A scenario of modules in short: id is the place, version 1, and static test bundles come first. */
const flowOf = (modules: readonly object[], more: object = {}, bundles: readonly object[] = [{ x: 1 }]) => {
  const values = bundles.map((bundle) => ({
    spec: Object.entries(bundle).map(([name, value]) => ({ name, value })),
  }));
  const first = { module: 'util:BasicTrigger', parameters: { values } };
  const flow = [first, ...modules].map((module, index) => ({
    id: index + 1,
    version: 1,
    mapper: {},
    ...module,
  }));
  return settings(more, { ...FILE, flow });
};
const set = (name: string, value: unknown, more: object = {}) => ({
  module: 'util:SetVariable2',
  mapper: { name, scope: 'roundtrip', value },
  ...more,
});
const openRoom = (more: object = {}) => ({
  module: 'app#fixture-ab12cd:openRoom',
  mapper: { recordId: '{{1.id}}' },
  ...more,
});
const onlyIf = (a: string, o: string, b?: string) => ({
  filter: { name: 'only if', conditions: [[b === undefined ? { a, o } : { a, o, b }]] },
});

describe('A polling scenario', () => {
  it('polls, filters, maps and runs the module of the app, for two operations a record', async () => {
    const scenario = open();
    found = [record('acme'), record('small', 2, 10)];
    const report = await scenario.run();
    expect(report).toMatchObject({ status: 'success', operations: 2, credits: 2, emptyPolls: 0, errors: [] });
    expect(report?.bundles['2']).toEqual([{ room: 'C-deal-acme', name: 'acme' }]);
    expect(JSON.parse(chat.calls[0]?.body ?? '')).toEqual({ name: 'deal-acme', topic: 'ACME for 5000' });
  });

  it('sends no token to the other host and logs none', async () => {
    const scenario = open();
    found = [record('acme')];
    await scenario.run();
    const authorizations = (server: Server) =>
      new Set(server.calls.map(({ headers }) => headers.get('authorization')));
    expect(authorizations(records.server)).toEqual(new Set(['Bearer record-token']));
    expect(authorizations(chat)).toEqual(new Set(['Bearer chat-token']));
    expect(JSON.stringify(records.log)).not.toMatch(/record-token|chat-token/);
  });

  it('counts a poll that finds nothing apart', async () => {
    expect(await open().run()).toMatchObject({ status: 'success', operations: 0, emptyPolls: 1 });
  });

  it('goes on from its position in the next run, which the schedule starts', async () => {
    const scenario = open();
    found = [record('acme')];
    await runUntil(
      scenario,
      { type: 'indefinitely', interval: 900 },
      records.clock,
      'UTC',
      records.clock.now() + 3_600_000,
    );
    expect(scenario.reports.map(({ operations }) => operations)).toEqual([2, 0, 0, 0]);
    expect(chat.calls).toHaveLength(1);
  });

  it('runs each day at a time of day in its zone', async () => {
    const scenario = open();
    const start = records.clock.now();
    await runUntil(
      scenario,
      { type: 'daily', time: '09:00' },
      records.clock,
      'Europe/Prague',
      start + 2 * 86_400_000,
    );
    expect(scenario.reports).toHaveLength(2);
  });

  it('runs each week on a day at a time of day in its zone', async () => {
    const scenario = open();
    const zone = 'America/New_York';
    const monday = { type: 'weekly', weekday: 1, time: '09:00' } as const;
    records.clock.set('2026-11-23T13:59:00Z');
    await runUntil(scenario, monday, records.clock, zone, Date.parse('2026-11-23T14:00:00Z'));
    expect(scenario.reports).toHaveLength(1);
    await runUntil(scenario, monday, records.clock, zone, Date.parse('2026-11-30T13:59:00Z'));
    expect(scenario.reports).toHaveLength(1);
    await runUntil(scenario, monday, records.clock, zone, Date.parse('2026-12-07T14:00:00Z'));
    expect(scenario.reports).toHaveLength(3);
  });
});

describe('A scenario whose first module is no trigger', () => {
  const people = { module: 'app#fixture-ab12cd:listPeople' };
  const day = 86_400_000;
  /** Modules in short, without static bundles before them. */
  const starting = (modules: readonly object[], more: object = {}) => {
    const flow = modules.map((module, index) => ({ id: index + 1, version: 1, mapper: {}, ...module }));
    return settings(more, { ...FILE, flow });
  };
  const daily = (scenario: ReturnType<typeof open>, days: number) =>
    runUntil(
      scenario,
      { type: 'daily', time: '09:00' },
      records.clock,
      'Europe/Prague',
      records.clock.now() + days * day,
    );

  it('runs a search each day, once per day and for each of its bundles what follows', async () => {
    const scenario = open(starting([people, set('who', '{{1.name}}')]));
    found = [{ name: 'Ada' }, { name: 'Bo' }];
    await daily(scenario, 2);
    expect(scenario.reports.map(({ status, operations }) => [status, operations])).toEqual([
      ['success', 3],
      ['success', 3],
    ]);
    expect(scenario.reports[0]?.bundles['2']).toEqual([{ who: 'Ada' }, { who: 'Bo' }]);
  });

  it('runs an action with what was typed in', async () => {
    const scenario = open(starting([{ ...openRoom(), mapper: { recordId: 'acme' } }]));
    expect(await scenario.run()).toMatchObject({ status: 'success', operations: 1, emptyPolls: 0 });
    expect(chat.calls).toHaveLength(1);
  });

  const broken = () => records.server.intercept(() => Response.json({}, { status: 503 }));
  const breaking = (mapper: object = { retry: true, count: '3', interval: '15' }) => ({
    ...people,
    onerror: [{ id: 9, version: 1, module: 'builtin:Break', mapper }],
  });

  it('stores no error of it, runs again the next day, and is off after three days of errors', async () => {
    const scenario = open(starting([people, set('who', '{{1.name}}')]));
    broken();
    await daily(scenario, 2);
    expect(scenario.reports.map(({ status, operations }) => [status, operations])).toEqual([
      ['error', 1],
      ['error', 1],
    ]);
    expect([scenario.incomplete, scenario.active]).toEqual([[], true]);
    await daily(scenario, 1);
    expect(scenario.active).toBe(false);
  });

  it('stores an error of it under a Break handler, and goes on from it with what follows', async () => {
    const scenario = open(starting([breaking(), set('who', '{{1.name}}')]));
    broken();
    const start = records.clock.now();
    expect(await scenario.run()).toMatchObject({ status: 'warning', operations: 1 });
    expect(scenario.incomplete).toMatchObject([{ module: 1, due: start + 15 * 60_000 }]);
    records.server.intercept(() => Response.json({ people: [{ name: 'Ada' }] }));
    await runUntil(scenario, { type: 'on-demand' }, records.clock, 'UTC', start + 20 * 60_000);
    expect(scenario.incomplete).toEqual([]);
    expect(scenario.reports.at(-1)?.bundles['2']).toEqual([{ who: 'Ada' }]);
  });

  it('leaves a stored error to a person once the attempts are used up, or when told to', async () => {
    for (const mapper of [{ retry: true, count: '1', interval: '15' }, { retry: false }]) {
      const scenario = open(starting([breaking(mapper)]));
      broken();
      await scenario.run();
      await runUntil(scenario, { type: 'on-demand' }, records.clock, 'UTC', records.clock.now() + 3_600_000);
      expect(scenario.incomplete).toMatchObject([{ module: 1, due: undefined }]);
    }
  });

  it('takes no other handler on it, and a trigger none at all', () => {
    const ignoring = { ...people, onerror: [{ id: 9, version: 1, module: 'builtin:Ignore', mapper: {} }] };
    expect(() => open(starting([ignoring]))).toThrow('does not end with Break');
    const trigger = { ...FILE.flow[0], onerror: breaking().onerror };
    expect(() => open({ ...FILE, flow: [trigger, FILE.flow[1]] })).toThrow('An error handler on a trigger');
  });
});

describe('An error that nothing handles, with incomplete executions stored', () => {
  it('is retried by Make after 1, 10 and 10 minutes, from the failed module on', async () => {
    const scenario = open();
    found = [record('acme')];
    faults = [Response.json({}, { status: 503 }), 'before', Response.json({}, { status: 429 })];
    const start = records.clock.now();
    expect(await scenario.run()).toMatchObject({ status: 'warning', operations: 2 });
    expect(scenario.incomplete).toMatchObject([{ module: 2, attempts: 0, due: start + 60_000 }]);
    await runUntil(scenario, { type: 'on-demand' }, records.clock, 'UTC', start + 60 * 60_000);
    expect(scenario.reports.map(({ status }) => status)).toEqual([
      'warning',
      'warning',
      'warning',
      'success',
    ]);
    expect(scenario.incomplete).toEqual([]);
    expect(chat.calls).toHaveLength(1);
    expect(scenario.active).toBe(true);
  });

  it('stays for a person after the eighth failure', async () => {
    const scenario = open();
    found = [record('acme')];
    faults = Array.from({ length: 9 }, () => Response.json({}, { status: 503 }));
    await scenario.run();
    await runUntil(
      scenario,
      { type: 'on-demand' },
      records.clock,
      'UTC',
      records.clock.now() + 24 * 3_600_000,
    );
    expect(scenario.incomplete).toMatchObject([{ attempts: 8, due: undefined }]);
    await scenario.resume(1);
    expect(scenario.incomplete).toEqual([]);
  });

  it('of bad data waits for a person at once', async () => {
    const scenario = open();
    found = [record('bad')];
    expect(await scenario.run()).toMatchObject({ status: 'warning' });
    expect(scenario.incomplete).toMatchObject([{ module: 2, due: undefined, error: { type: 'DataError' } }]);
  });

  it('of a revoked token switches the scenario off', async () => {
    const scenario = open();
    found = [record('acme')];
    faults = [Response.json({}, { status: 401 })];
    expect(await scenario.run()).toMatchObject({ status: 'error' });
    expect(scenario.active).toBe(false);
    expect(await scenario.run()).toBeUndefined();
  });

  it('is refused while other bundles of the run wait', async () => {
    const scenario = open();
    found = [record('acme', 1), record('beta', 2)];
    faults = [Response.json({}, { status: 503 })];
    await expect(scenario.run()).rejects.toThrow('bundles of the same run are still to be processed');
  });

  it('on the first module stores nothing, counts, and switches the scenario off after three in a row', async () => {
    const scenario = open();
    records.server.intercept(() => Response.json({}, { status: 503 }));
    for (let run = 0; run < 3; run += 1)
      expect(await scenario.run()).toMatchObject({ status: 'error', operations: 1 });
    expect(scenario.incomplete).toEqual([]);
    expect(scenario.active).toBe(false);
    await scenario.activate();
    expect(scenario.active).toBe(true);
  });

  it('holds a sequential scenario until it is finished', async () => {
    const scenario = open(settings({ sequential: true }));
    found = [record('acme')];
    faults = [Response.json({}, { status: 503 })];
    await scenario.run();
    expect(await scenario.run()).toBeUndefined();
    records.clock.advance(60_000);
    await scenario.resumeDue();
    expect(await scenario.run()).toMatchObject({ status: 'success' });
  });
});

describe('An error handler', () => {
  const withHandler = (...onerror: readonly object[]) => ({
    ...FILE,
    flow: [
      FILE.flow[0],
      {
        ...FILE.flow[1],
        filter: null,
        onerror: onerror.map((module, index) => ({ id: 10 + index, version: 1, mapper: {}, ...module })),
      },
      { id: 3, version: 1, ...set('room', '{{2.room}}') },
    ],
  });
  const failFirst = () => {
    found = [record('acme', 1), record('beta', 2)];
    faults = [Response.json({ error: 'odd' }, { status: 503 })];
  };

  it('Break stores the bundle, lets the others go on, and retries as it says', async () => {
    const scenario = open(
      withHandler({ module: 'builtin:Break', mapper: { retry: true, count: '2', interval: '15' } }),
    );
    failFirst();
    const start = records.clock.now();
    expect(await scenario.run()).toMatchObject({ status: 'warning', operations: 4 });
    expect(scenario.incomplete).toMatchObject([{ module: 2, due: start + 15 * 60_000 }]);
    await runUntil(scenario, { type: 'on-demand' }, records.clock, 'UTC', start + 20 * 60_000);
    expect(scenario.incomplete).toEqual([]);
    expect(scenario.reports.at(-1)?.bundles['3']).toEqual([{ room: 'C-deal-acme' }]);
  });

  it('Break waits for a person when its attempts are used up', async () => {
    const scenario = open(
      withHandler({ module: 'builtin:Break', mapper: { retry: true, count: 2, interval: 15 } }),
    );
    found = [record('acme')];
    faults = Array.from({ length: 9 }, () => Response.json({}, { status: 503 }));
    await scenario.run();
    await runUntil(scenario, { type: 'on-demand' }, records.clock, 'UTC', records.clock.now() + 3_600_000);
    expect(scenario.incomplete).toMatchObject([{ attempts: 2, due: undefined }]);
  });

  it('Break needs incomplete executions to be stored', () => {
    const blueprint = withHandler({ module: 'builtin:Break' });
    expect(() => open(settings({ dlq: false }, blueprint as Blueprint))).toThrow(
      'metadata.scenario.dlq is false',
    );
  });

  it('Resume goes on with a substitute that may read the error', async () => {
    const scenario = open(
      withHandler({ module: 'builtin:Resume', mapper: { room: 'none: {{2.error.message}}' } }),
    );
    failFirst();
    const report = await scenario.run();
    expect(report?.status).toBe('success');
    expect(report?.bundles['3']).toEqual([{ room: 'none: [503] Not available.' }, { room: 'C-deal-beta' }]);
  });

  it('Ignore drops the bundle', async () => {
    const scenario = open(withHandler({ module: 'builtin:Ignore' }));
    failFirst();
    expect((await scenario.run())?.bundles['3']).toEqual([{ room: 'C-deal-beta' }]);
  });

  it('may run modules before its directive', async () => {
    const scenario = open(withHandler(set('why', '{{2.error.message}}'), { module: 'builtin:Ignore' }));
    failFirst();
    expect((await scenario.run())?.bundles['10']).toEqual([{ why: '[503] Not available.' }]);
  });

  it('Commit ends the run well, and the rest is not processed', async () => {
    const scenario = open(withHandler({ module: 'builtin:Commit' }));
    failFirst();
    expect(await scenario.run()).toMatchObject({ status: 'success', operations: 2 });
  });

  it('Rollback ends the run with an error and undoes data store changes', async () => {
    const store = createDataStore();
    const modules = (handler: object) => [
      { module: 'datastore:AddRecord', mapper: { key: 'k', overwrite: false, data: { a: '{{1.id}}' } } },
      openRoom({ onerror: [{ id: 9, version: 1, ...handler }] }),
    ];
    const run = (autoCommit: boolean) =>
      open(flowOf(modules({ module: 'builtin:Rollback' }), { autoCommit }, [{ id: 'acme' }]), {
        dataStores: { 2: store },
      }).run();
    faults = [Response.json({}, { status: 503 }), Response.json({}, { status: 503 })];
    expect(await run(false)).toMatchObject({ status: 'error' });
    expect(store.has('k')).toBe(false);
    await expect(run(true)).rejects.toThrow('while autoCommit is on');
  });
});

describe('Steering modules', () => {
  it('A router takes every route whose filter holds, one after the other', async () => {
    const route = (id: number, name: string, more: object) => ({
      flow: [{ id, version: 1, ...set(name, '{{1.x}}', more) }],
    });
    const router = {
      module: 'builtin:BasicRouter',
      mapper: null,
      routes: [
        route(10, 'a', onlyIf('{{1.x}}', 'number:less', '3')),
        route(11, 'b', {}),
        route(12, 'c', onlyIf('{{1.x}}', 'number:greater', '3')),
      ],
    };
    const report = await open(flowOf([router], {}, [{ x: 1 }, { x: 9 }])).run();
    expect(report?.bundles).toMatchObject({ 10: [{ a: 1 }], 11: [{ b: 1 }, { b: 9 }], 12: [{ c: 9 }] });
    expect(report?.operations).toBe(5);
  });

  it('An If-Else takes the first branch that holds, and merged branches go on', async () => {
    const branch = (id: number, value: string, more: object) => ({
      merge: true,
      flow: [{ id, version: 1, ...set('way', value) }],
      ...more,
    });
    const ifElse = {
      module: 'builtin:BasicIfElse',
      branches: [
        branch(10, 'small', {
          type: 'condition',
          conditions: [[{ a: '{{1.x}}', o: 'number:less', b: '3' }]],
        }),
        branch(11, 'else', { type: 'else' }),
      ],
    };
    const merge = { module: 'builtin:BasicMerge', outputs: [], filters: [null, null] };
    const read = { module: 'util:GetVariable2', mapper: { name: 'way' } };
    const report = await open(flowOf([ifElse, merge, read], {}, [{ x: 1 }, { x: 9 }])).run();
    expect(report?.bundles['4']).toEqual([{ way: 'small' }, { way: 'else' }]);
    expect(report).toMatchObject({ operations: 9, credits: 5 });
  });

  it('An iterator and an aggregator split and join a bundle', async () => {
    const report = await open(
      flowOf(
        [
          { module: 'builtin:BasicFeeder', mapper: { array: '{{1.list}}' } },
          set('doubled', '{{2.n * 2}}', onlyIf('{{2.n}}', 'number:greater', '1')),
          {
            module: 'builtin:BasicAggregator',
            parameters: { feeder: 2 },
            mapper: { n: '{{2.n}}', twice: '{{3.doubled}}' },
          },
          set('count', '{{length(4.array)}}'),
        ],
        {},
        [{ list: [{ n: 1 }, { n: 2 }, { n: 3 }] }],
      ),
    ).run();
    expect(report?.bundles['4']).toEqual([
      {
        array: [
          { n: 2, twice: 4 },
          { n: 3, twice: 6 },
        ],
      },
    ]);
    expect(report?.bundles['5']).toEqual([{ count: 2 }]);
    expect(report?.operationsByModule).toEqual({ 1: 1, 2: 1, 3: 2, 4: 1, 5: 1 });
  });

  it('A text aggregator joins the bundles of a search, for one operation', async () => {
    found = [{ name: 'Ada' }, { name: 'Bo' }];
    const report = await open(
      flowOf([
        { module: 'app#fixture-ab12cd:listPeople' },
        {
          module: 'util:TextAggregator',
          parameters: { feeder: 2, rowSeparator: '\n' },
          mapper: { value: '• {{2.name}}' },
        },
      ]),
    ).run();
    expect(report?.bundles['3']).toEqual([{ text: '• Ada\n• Bo' }]);
    expect(report?.operations).toBe(3);
  });

  it('A repeater counts, and a counter counts over bundles and over runs', async () => {
    const scenario = open(
      flowOf([
        { module: 'builtin:BasicRepeater', mapper: { start: '1', repeats: '3', step: '2' } },
        { module: 'util:FunctionIncrement', parameters: { reset: 'run' } },
        { module: 'util:FunctionIncrement', parameters: { reset: 'scenario' } },
      ]),
    );
    await scenario.run();
    const report = await scenario.run();
    expect(report?.bundles).toMatchObject({
      2: [{ i: 1 }, { i: 3 }, { i: 5 }],
      3: [{ i: 1 }, { i: 2 }, { i: 3 }],
      4: [{ i: 4 }, { i: 5 }, { i: 6 }],
    });
  });

  it('Several variables can be set at once, JSON parsed and made', async () => {
    const report = await open(
      flowOf(
        [
          {
            module: 'util:SetVariables',
            mapper: {
              scope: 'execution',
              variables: [
                { name: 'a', value: '{{1.x}}' },
                { name: 'b', value: 'two' },
              ],
            },
          },
          { module: 'json:TransformToJSON', parameters: { space: '' }, mapper: { object: '{{2}}' } },
          { module: 'json:ParseJSON', mapper: { json: '{"c":[1]}' } },
        ].map((module, index) =>
          index === 1 ? { ...module, mapper: { object: { a: '{{2.a}}', b: '{{2.b}}' } } } : module,
        ),
      ),
    ).run();
    expect(report?.bundles).toMatchObject({
      2: [{ a: 1, b: 'two' }],
      3: [{ json: '{"a":1,"b":"two"}' }],
      4: [{ c: [1] }],
    });
  });
});

describe('Data stores', () => {
  it('tell whether a record exists, give it, search them, and keep them between runs', async () => {
    const store = createDataStore({ old: { seen: true } });
    const modules = [
      { module: 'datastore:ExistRecord', mapper: { key: '{{1.key}}' } },
      {
        module: 'datastore:AddRecord',
        mapper: { key: '{{1.key}}', overwrite: true, data: { n: '{{1.n}}' } },
      },
      { module: 'datastore:GetRecord', mapper: { key: '{{1.key}}', returnWrapped: false } },
      {
        module: 'datastore:SearchRecord',
        parameters: { limit: 5 },
        mapper: { filter: [[{ a: 'n', o: 'exist' }]], sort: [] },
      },
    ];
    const blueprint = flowOf(modules, {}, [{ key: 'new', n: 7 }]);
    const dataStores = { 2: store, 3: store, 4: store, 5: store };
    const first = await open(blueprint, { dataStores }).run();
    expect(first?.bundles).toMatchObject({
      2: [{ exist: false }],
      4: [{ n: 7 }],
      5: [{ key: 'new', data: { n: 7 } }],
    });
    expect((await open(blueprint, { dataStores }).run())?.bundles['2']).toEqual([{ exist: true }]);
  });

  it('refuse a second record with the same key, which a handler can take as a lock', async () => {
    const add = { module: 'datastore:AddRecord', mapper: { key: 'k', overwrite: false, data: {} } };
    const dataStores = { 2: createDataStore({ k: {} }) };
    const locked = { ...add, onerror: [{ id: 9, version: 1, module: 'builtin:Ignore' }] };
    const report = await open(flowOf([locked, set('got', 'it')]), { dataStores }).run();
    expect(report?.bundles['3']).toBeUndefined();
    await expect(open(flowOf([add]), { dataStores }).run()).rejects.toThrow('without an error handler');
  });
});

describe('A webhook scenario', () => {
  const instant = (
    modules: readonly object[],
    more: object = {},
    first: object = { module: 'gateway:CustomWebHook' },
  ) => {
    const flow = [first, ...modules].map((module, index) => ({
      id: index + 1,
      version: 1,
      mapper: {},
      ...module,
    }));
    const blueprint = settings(more, { ...FILE, flow });
    return { ...blueprint, metadata: { ...blueprint.metadata, instant: true } };
  };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    new Request('https://hook.test/abc', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('runs at once for each call and answers the caller from the scenario', async () => {
    const respond = {
      module: 'gateway:WebhookRespond',
      mapper: { status: '202', body: 'got {{1.id}}', headers: [{ key: 'X-A', value: 'b' }] },
    };
    const scenario = open(instant([respond]));
    expect(await scenario.receive(post({ id: 'acme' }))).toEqual({
      status: 202,
      headers: { 'x-a': 'b' },
      body: 'got acme',
    });
    expect(scenario.reports).toMatchObject([{ status: 'success', operations: 2 }]);
  });

  it('takes the fields of a form as its bundle, and refuses a query', async () => {
    const scenario = open(instant([set('said', '{{1.text}}')]));
    const form = (query: string) =>
      new Request(`https://hook.test/abc${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'command=%2Fsf&text=Acme%20%26%20Sons',
      });
    expect(await scenario.receive(form(''))).toMatchObject({ status: 200, body: 'Accepted' });
    expect(scenario.reports[0]?.bundles).toEqual({
      1: [{ command: '/sf', text: 'Acme & Sons' }],
      2: [{ said: 'Acme & Sons' }],
    });
    await expect(scenario.receive(form('?a=1'))).rejects.toMatchObject({ id: 'hook-input' });
  });

  it('can reply before it runs, unless it answers its caller itself', async () => {
    const plain = open(instant([openRoom()]));
    expect(await plain.accept(post({ id: 'acme' }))).toMatchObject({ status: 200 });
    expect([plain.queued, plain.reports.length, chat.calls.length]).toEqual([1, 0, 0]);
    expect(await plain.run()).toMatchObject({ status: 'success' });
    expect(chat.calls).toHaveLength(1);
    const respond = { module: 'gateway:WebhookRespond', mapper: { status: '202', body: 'x', headers: [] } };
    const responding = open(instant([respond]));
    expect(await responding.accept(post({}))).toMatchObject({ status: 202 });
    const reply = { module: 'app#fixture-ab12cd:reply', mapper: { text: '{{1.name}}' } };
    const own = open(instant([reply], {}, { module: 'app#fixture-ab12cd:onPush' }), {
      hookParameters: { secret: 's' },
    });
    const records = [{ id: '1', name: 'A' }];
    expect(await own.accept(post({ records }, { 'x-secret': 's' }))).toMatchObject({ status: 201 });
  });

  it("starts from an app's webhook, one run per item, and answers by the app's responder", async () => {
    const reply = { module: 'app#fixture-ab12cd:reply', mapper: { text: 'hello {{1.name}}' } };
    const scenario = open(instant([reply], {}, { module: 'app#fixture-ab12cd:onPush' }), {
      hookParameters: { secret: 's' },
    });
    expect(
      await scenario.receive(post({ records: [{ id: '1', name: 'A' }] }, { 'x-secret': 'wrong' })),
    ).toBeUndefined();
    expect(scenario.reports).toEqual([]);
    const answer = await scenario.receive(
      post(
        {
          records: [
            { id: '1', name: 'A' },
            { id: '2', name: 'B' },
          ],
        },
        { 'x-secret': 's' },
      ),
    );
    expect(answer).toMatchObject({ status: 201, body: '{"text":"hello A"}' });
    expect(scenario.reports).toHaveLength(2);
  });

  it('runs in parallel unless it is sequential, then in order', async () => {
    const run = async (sequential: boolean) => {
      const scenario = open(instant([openRoom()], { sequential }));
      await Promise.all([scenario.receive(post({ id: 'slow' })), scenario.receive(post({ id: 'fast' }))]);
      return chat.calls.map(({ body }) => (JSON.parse(body) as { name: string }).name);
    };
    expect(await run(true)).toEqual(['deal-slow', 'deal-fast']);
    chat.forget();
    expect((await run(false)).toSorted()).toEqual(['deal-fast', 'deal-slow']);
  });

  it('keeps what comes while a sequential scenario waits for an incomplete execution, and runs it after', async () => {
    const scenario = open(instant([openRoom()], { sequential: true }));
    faults = [Response.json({}, { status: 503 })];
    await scenario.receive(post({ id: 'one' }));
    await scenario.receive(post({ id: 'two' }));
    expect(scenario.queued).toBe(1);
    records.clock.advance(60_000);
    await scenario.resumeDue();
    expect(scenario.queued).toBe(0);
    expect(chat.calls.map(({ body }) => (JSON.parse(body) as { name: string }).name)).toEqual([
      'deal-one',
      'deal-two',
    ]);
  });

  it('is switched off at its first error, keeps what comes, and runs it once switched on', async () => {
    const scenario = open(instant([openRoom()], { dlq: false }));
    faults = [Response.json({}, { status: 503 })];
    await scenario.receive(post({ id: 'one' }));
    expect(scenario.reports).toMatchObject([{ status: 'error' }]);
    expect(scenario.active).toBe(false);
    await scenario.receive(post({ id: 'two' }));
    expect(scenario.queued).toBe(1);
    await scenario.activate();
    expect(scenario.queued).toBe(0);
  });

  it('takes 300 calls in 10 seconds and answers 429 to more', async () => {
    const scenario = open(instant([set('a', 'b')]));
    for (let call = 0; call < 300; call += 1) await scenario.receive(post({}));
    expect(await scenario.receive(post({}))).toMatchObject({ status: 429 });
    records.clock.advance(10_000);
    expect(await scenario.receive(post({}))).toMatchObject({ status: 200 });
  });
});

describe('A scenario that cannot run says so when it is opened', () => {
  const two = (more: object) => ({ ...FILE, flow: [FILE.flow[0], { ...FILE.flow[1], ...more }] });
  it.each([
    [
      'an app that is not installed',
      two({ module: 'app#dealwire:openRoom' }),
      'the app "dealwire" is not installed. Write the real name in its place: fixture-ab12cd.',
    ],
    [
      'a module the app does not have',
      two({ module: 'app#fixture-ab12cd:closeRoom' }),
      'the app has no such module',
    ],
    ['another version', two({ version: 2 }), 'version 2 is asked for, 1 is installed. Set it to 1.'],
    ['a field the module does not have', two({ mapper: { record: 'x' } }), 'fills "record"'],
    [
      'a trigger in the middle',
      two({ module: 'app#fixture-ab12cd:watchRecords', mapper: {} }),
      'can only stand first',
    ],
    ['an unknown module of Make', two({ module: 'salesforce:WatchNewRecords' }), 'shape is not confirmed'],
    [
      'another version of a module of Make',
      two({ module: 'slack:CreateMessage', version: 3, mapper: {} }),
      'confirmed for version 4, not 3',
    ],
    [
      'a placeholder that nobody filled in',
      two({ mapper: { recordId: '{{RECORD_ID}}' } }),
      'reads "RECORD_ID", which is no module. Fill in the placeholder',
    ],
    ['half-edited JSON', { name: 'x', flow: [] }, "required property 'metadata'"],
    [
      'a wrong instant flag',
      { ...FILE, metadata: { ...FILE.metadata, instant: true } },
      'metadata.instant is true',
    ],
  ])('%s', (_, blueprint, reason) => {
    expect(() => open(blueprint)).toThrow(reason);
  });

  it('a missing connection', () => {
    const apps = { 'fixture-ab12cd': { app, version: 1 } };
    expect(() => open(FILE, { apps })).toThrow('needs the connection "both"');
  });

  it('a missing data store', () => {
    const add = { module: 'datastore:ExistRecord', mapper: { key: 'k' } };
    expect(() => open(flowOf([add]))).toThrow('has no data store');
  });

  it('a required field left empty, when the module runs', async () => {
    const scenario = open(two({ filter: null, mapper: { recordId: '' } }));
    found = [record('acme')];
    const report = await scenario.run();
    expect(report?.errors[0]?.error).toMatchObject({ type: 'BundleValidationError' });
  });

  it('but a stand-in can be handed over for a stock module', async () => {
    const sent: unknown[] = [];
    const message = {
      module: 'slack:SearchUser',
      version: 4,
      mapper: { email: 'x{{1.x}}@acme.example' },
    };
    const standIns = {
      'slack:SearchUser': async (fields: object) => {
        sent.push(fields);
        return [{}];
      },
    };
    expect(await open(flowOf([message]), { standIns }).run()).toMatchObject({
      status: 'success',
      operations: 2,
    });
    expect(sent).toEqual([{ email: 'x1@acme.example' }]);
  });
});

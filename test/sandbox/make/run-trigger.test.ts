import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appOf } from './app-of.ts';
import { type Echo, startEcho } from './echo.ts';
import { runEpoch, runTrigger, startState, type TriggerState } from './run-trigger.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
beforeEach(() => echo.server.forget());
afterAll(() => echo.server.close());

const DATE = "{{parseDate(item.at, 'YYYY-MM-DDTHH:mm:ss.SSSZZ', 'UTC')}}";
const communication = (order: string, trigger: object = { type: 'date', date: DATE }) => ({
  url: 'https://api.test/records',
  qs: {
    since: "{{if(data.lastDate, formatDate(data.lastDate, 'YYYY-MM-DDTHH:mm:ss', 'UTC') + 'Z', undefined)}}",
  },
  pagination: { condition: '{{body.next}}', url: '{{body.next}}' },
  response: {
    iterate: '{{body.records}}',
    limit: '{{parameters.limit}}',
    trigger: { ...trigger, order, id: '{{item.id}}' },
    output: { id: '{{item.id}}' },
  },
});
const EPOCH = {
  qs: { newest: true },
  response: { limit: 300, output: { label: 'Record {{item.id}}', date: DATE } },
};
const appWith = (order: string, trigger?: object) =>
  appOf({
    module: {
      watch: { moduleType: 'trigger', code: { communication: communication(order, trigger), epoch: EPOCH } },
    },
  });
const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000+0000`;
const instant = (minute: number) => Date.parse(`2026-11-20T10:${String(minute).padStart(2, '0')}:00Z`);
const records = (...items: readonly (readonly [id: string, minute: number])[]) => ({
  records: items.map(([id, minute]) => ({ id, at: at(minute) })),
});
const poll = (order: string, state: TriggerState | undefined, limit = 10) =>
  runTrigger({ app: appWith(order), world: echo.world }, 'watch', { limit }, state);
const ids = (bundles: readonly { readonly id?: unknown }[]) => bundles.map(({ id }) => id);
const ALL = startState('all', 0);

describe('A polling trigger', () => {
  it('emits the oldest items up to its limit and the rest next time', async () => {
    const list = records(['a', 1], ['b', 2], ['c', 3]);
    echo.answer(list, list, list);
    const first = await poll('asc', ALL, 2);
    const second = await poll('asc', first.state, 2);
    const third = await poll('asc', second.state, 2);
    expect([first, second, third].map(({ bundles }) => ids(bundles))).toEqual([['a', 'b'], ['c'], []]);
    expect(third.state).toEqual(second.state);
  });

  it('asks from the last date on', async () => {
    echo.answer(records(['a', 1]), records());
    const { state } = await poll('asc', ALL);
    await poll('asc', state);
    expect(echo.server.calls.map(({ query }) => query.get('since'))).toEqual([
      '1970-01-01T00:00:00Z',
      '2026-11-20T10:01:00Z',
    ]);
  });

  it('remembers the ids of the last date, so that a later item of the same date is emitted once', async () => {
    echo.answer(
      records(['a', 1], ['b', 1]),
      records(['a', 1], ['b', 1], ['c', 1]),
      records(['c', 1], ['a', 1], ['b', 1]),
    );
    const first = await poll('asc', ALL);
    const second = await poll('asc', first.state);
    const third = await poll('asc', second.state);
    expect([first, second, third].map(({ bundles }) => ids(bundles))).toEqual([['a', 'b'], ['c'], []]);
    expect(third.state.ids).toEqual(['a', 'b', 'c']);
  });

  it('forgets the ids of an earlier date, so that an item with an older date that comes late is lost', async () => {
    echo.answer(records(['a', 2]), records(['late', 1], ['a', 2]));
    const first = await poll('asc', ALL);
    expect(ids((await poll('asc', first.state)).bundles)).toEqual([]);
  });

  it('emits a record again when its date moves', async () => {
    echo.answer(records(['a', 1]), records(['a', 4]));
    const first = await poll('asc', ALL);
    expect(ids((await poll('asc', first.state)).bundles)).toEqual(['a']);
  });

  it('reads newest-first lists up to the first known item, page by page', async () => {
    echo.answer(records(['a', 1]));
    const first = await poll('desc', ALL);
    echo.server.forget();
    echo.answer(
      { ...records(['d', 4], ['c', 3]), next: 'https://api.test/2' },
      {
        ...records(['b', 2], ['a', 1]),
        next: 'https://api.test/3',
      },
    );
    const second = await poll('desc', first.state, 2);
    expect(ids(second.bundles)).toEqual(['b', 'c']);
    expect(echo.server.calls).toHaveLength(2);
  });

  it('sorts unordered lists itself', async () => {
    echo.answer(records(['c', 3], ['a', 1], ['b', 2]));
    expect(ids((await poll('unordered', ALL)).bundles)).toEqual(['a', 'b', 'c']);
  });

  it('fails when the items do not come in the declared order', async () => {
    echo.answer(records(['b', 2], ['a', 1]));
    await expect(poll('asc', ALL)).rejects.toThrow('the order is declared asc');
  });

  it('emits one item when no limit is declared', async () => {
    const { limit: _limit, ...response } = communication('asc').response;
    const app = appOf({
      module: {
        watch: { moduleType: 'trigger', code: { communication: { ...communication('asc'), response } } },
      },
    });
    echo.answer(records(['a', 1], ['b', 2]));
    const { bundles } = await runTrigger({ app, world: echo.world }, 'watch', {}, ALL);
    expect(ids(bundles)).toEqual(['a']);
  });

  it('of type id goes by the number of the last id', async () => {
    const app = appWith('asc', { type: 'id' });
    const run = (state: TriggerState) =>
      runTrigger({ app, world: echo.world }, 'watch', { limit: 10 }, state);
    echo.answer({ records: [{ id: 1 }, { id: 2 }] }, { records: [{ id: 2 }, { id: 10 }] });
    const first = await run(ALL);
    expect(ids((await run(first.state)).bundles)).toEqual([10]);
  });

  it('keeps its state when the request fails', async () => {
    echo.answer(Response.json({}, { status: 503 }), records(['a', 1]));
    await expect(poll('asc', ALL)).rejects.toMatchObject({ type: 'ConnectionError' });
    expect(ids((await poll('asc', ALL)).bundles)).toEqual(['a']);
  });

  it('keeps a state of at most 64 KB and looks at no more than 3200 items', async () => {
    const many = (count: number, length: number) =>
      records(...Array.from({ length: count }, (_, index) => [`${index}`.padStart(length, '0'), 1] as const));
    echo.answer(many(2000, 40), many(3300, 4));
    await expect(poll('asc', ALL, 5000)).rejects.toThrow('Make keeps 65536');
    await expect(poll('unordered', ALL)).rejects.toThrow('more than 3200 items');
  });
});

describe('The start of a polling trigger', () => {
  it('must be chosen', async () => {
    await expect(poll('asc', undefined)).rejects.toThrow('before a start was chosen');
  });

  it('from now on leaves out what is older', async () => {
    echo.answer(records(['a', 1], ['b', 3]));
    const { bundles } = await poll('asc', startState('now', instant(2)));
    expect(ids(bundles)).toEqual(['b']);
  });

  it('at a chosen item includes that item', async () => {
    echo.answer(records(['b', 2], ['a', 1]), records(['a', 1], ['b', 2]));
    const offered = await runEpoch({ app: appWith('asc'), world: echo.world }, 'watch', { limit: 10 });
    expect(offered.map(({ label }) => label)).toEqual(['Record b', 'Record a']);
    expect(echo.server.calls[0]?.query.get('newest')).toBe('true');
    const { bundles } = await poll('asc', startState({ chosen: offered[0]?.date.getTime() ?? 0 }, 0));
    expect(ids(bundles)).toEqual(['b']);
  });
});

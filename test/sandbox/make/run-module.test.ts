import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actionApp, appOf } from './app-of.ts';
import { type Echo, startEcho } from './echo.ts';
import { runModule } from './run-module.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
beforeEach(() => {
  echo.server.forget();
  echo.log.length = 0;
});
afterAll(() => echo.server.close());

const act = (communication: unknown, parameters = {}, connection = {}) =>
  runModule({ app: actionApp(communication), world: echo.world, connection }, 'act', parameters);
const search = (communication: unknown, parameters = {}) =>
  runModule(
    {
      app: appOf({ module: { find: { moduleType: 'search', code: { communication } } } }),
      world: echo.world,
    },
    'find',
    parameters,
  );

describe("The vectors of Make's documents", () => {
  it('temp: later requests see what earlier ones stored, and entries of one temp do not see each other', async () => {
    const [bundle] = await act([
      {
        url: 'https://api.test/one',
        temp: { foo: 'bar' },
        response: { temp: { foo: 'baz', hello: 'world' } },
      },
      {
        url: 'https://api.test/two',
        temp: { param1: 'bar-{{temp.foo}}', param2: 'hello, {{temp.hello}}', late: '{{temp.param1}}' },
      },
      { response: { output: { temp: '{{temp}}' } } },
    ]);
    expect(bundle).toEqual({
      temp: { foo: 'baz', hello: 'world', param1: 'bar-baz', param2: 'hello, world' },
    });
  });

  it('qs: an array repeats its key', async () => {
    const qs = { foo: 'foobar', hello: 'world', list: ['one', 'two', 'three'] };
    await act({ url: 'https://api.test/', qs, response: { output: {} } });
    expect(echo.server.calls[0]?.query.toString()).toBe(
      'foo=foobar&hello=world&list=one&list=two&list=three',
    );
  });

  it('iterate: one bundle per item', async () => {
    echo.answer({
      data: [
        { id: 1, foo: 'bar' },
        { id: 2, foo: 'baz' },
      ],
    });
    const response = { iterate: '{{body.data}}', output: { id: '{{item.id}}', text: '{{item.foo}}' } };
    expect(await search({ url: 'https://api.test/', response })).toEqual([
      { id: 1, text: 'bar' },
      { id: 2, text: 'baz' },
    ]);
  });

  it('spread: the keys of a collection are copied and others added', async () => {
    const body = {
      '{{...}}': "{{omit(parameters, 'address')}}",
      address: '{{createJSON(parameters.address)}}',
    };
    await act(
      { url: 'https://api.test/', method: 'POST', body, response: { output: {} } },
      { address: { zip: '18000', city: 'Prague' }, id: '123', name: 'Make Office' },
    );
    expect(JSON.parse(echo.server.calls[0]?.body ?? '')).toEqual({
      id: '123',
      name: 'Make Office',
      address: '{"zip":"18000","city":"Prague"}',
    });
  });
});

describe('A chain of requests', () => {
  it('runs strictly in order and gives the output of the last step only', async () => {
    echo.answer({ id: 7 }, { name: 'seven' });
    const bundles = await act([
      { url: 'https://api.test/first', response: { temp: { id: '{{body.id}}' }, output: { never: 'seen' } } },
      {
        url: 'https://api.test/second/{{temp.id}}',
        response: { output: { id: '{{temp.id}}', name: '{{body.name}}' } },
      },
    ]);
    expect(echo.server.calls.map(({ path }) => path)).toEqual(['/first', '/second/7']);
    expect(bundles).toEqual([{ id: 7, name: 'seven' }]);
  });

  it('skips a step whose condition is false and goes on', async () => {
    await act([
      { url: 'https://api.test/skipped', condition: '{{parameters.on}}' },
      { url: 'https://api.test/sent', response: { output: {} } },
    ]);
    expect(echo.server.calls.map(({ path }) => path)).toEqual(['/sent']);
  });

  it('gives the default of a skipped last step', async () => {
    const condition = { condition: '{{parameters.on}}', default: { skipped: '{{parameters.why}}' } };
    expect(await act({ url: 'https://api.test/', condition }, { why: 'off' })).toEqual([{ skipped: 'off' }]);
    expect(echo.server.calls).toEqual([]);
  });

  it('refuses an action whose last step is skipped without a default', async () => {
    await expect(act({ url: 'https://api.test/', condition: false })).rejects.toThrow(
      'ends without a collection',
    );
  });

  it('merges temp deeply, arrays index by index, and never overwrites with undefined', async () => {
    const [bundle] = await act([
      { temp: { a: { x: 1, y: [1, 2, 3] }, keep: 'kept' } },
      { temp: { a: { y: [9], z: 2 }, keep: '{{undefined}}' } },
      { response: { output: '{{temp}}' } },
    ]);
    expect(bundle).toEqual({ a: { x: 1, y: [9, 2, 3], z: 2 }, keep: 'kept' });
  });

  it('repeats while its condition on temp holds, waiting in between, temp computed anew', async () => {
    echo.answer({ state: 'pending' }, { state: 'pending' }, { state: 'done' });
    const before = echo.clock.now();
    const bundles = await act([
      {
        url: 'https://api.test/state',
        temp: { tries: '{{ifempty(temp.tries, 0) + 1}}' },
        repeat: { condition: "{{temp.state = 'pending' && temp.tries < 5}}", delay: 3000, limit: 10 },
        response: { temp: { state: '{{body.state}}' } },
      },
      { response: { output: { state: '{{temp.state}}', tries: '{{temp.tries}}' } } },
    ]);
    expect(bundles).toEqual([{ state: 'done', tries: 3 }]);
    expect(echo.clock.now() - before).toBe(6000);
  });

  it('fails as Make does when an action gives an array', async () => {
    echo.answer({ list: [{ id: 1 }] });
    await expect(
      act({ url: 'https://api.test/', response: { output: '{{body.list}}' } }),
    ).rejects.toMatchObject({
      type: 'RuntimeError',
      message: 'Invalid module output. Expected Object, but found Array.',
    });
  });
});

describe('The items of a search', () => {
  const page = (ids: readonly number[], next?: string) => ({ records: ids.map((id) => ({ id })), next });
  const paged = {
    url: 'https://api.test/page1',
    qs: { size: 2 },
    pagination: { condition: '{{body.next}}', url: '{{body.next}}' },
    response: { iterate: '{{body.records}}', output: { id: '{{item.id}}' }, limit: '{{parameters.limit}}' },
  };

  it('come from page after page, with the parent request merged in', async () => {
    echo.answer(page([1, 2], 'https://api.test/page2'), page([3]));
    expect(await search(paged, { limit: 10 })).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(echo.server.calls.map(({ path, query }) => `${path}?${query}`)).toEqual([
      '/page1?size=2',
      '/page2?size=2',
    ]);
  });

  it('stop at the limit without asking for another page', async () => {
    echo.answer(page([1, 2], 'https://api.test/page2'));
    expect(await search(paged, { limit: 1 })).toEqual([{ id: 1 }]);
    expect(echo.server.calls).toHaveLength(1);
  });

  it('stop at an empty page', async () => {
    echo.answer(page([], 'https://api.test/page2'));
    expect(await search(paged, { limit: 10 })).toEqual([]);
    expect(echo.server.calls).toHaveLength(1);
  });

  it('stop after 50 further pages', async () => {
    echo.answer(...Array.from({ length: 60 }, () => page([1], 'https://api.test/again')));
    expect(await search(paged, { limit: 1000 })).toHaveLength(51);
  });

  it('are filtered by the iterate condition, and null or false is no output', async () => {
    const response = {
      iterate: { container: '{{parameters.list}}', condition: '{{item.id > 1}}' },
      output: '{{if(item.id = 3, null, item)}}',
    };
    const list = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }];
    expect(await search({ response }, { list })).toEqual([{ id: 2 }, { id: 4 }]);
  });

  it('may be wrapped as a list, once, at the end', async () => {
    const response = {
      iterate: '{{parameters.list}}',
      output: { id: '{{item.id}}' },
      wrapper: '{{reverse(output)}}',
    };
    expect(await search({ response }, { list: [{ id: 1 }, { id: 2 }] })).toEqual([{ id: 2 }, { id: 1 }]);
  });

  it('with a limit of 0 fail as a wrong configuration', async () => {
    await expect(search(paged, { limit: 0 })).rejects.toMatchObject({ type: 'InvalidConfigurationError' });
  });
});

describe('The ceilings of a module run', () => {
  it('the timeout of 40 seconds is counted on the clock given', async () => {
    echo.server.intercept(() => {
      echo.clock.advance(41_000);
      return undefined;
    });
    await expect(act({ url: 'https://api.test/' })).rejects.toMatchObject({ type: 'ModuleTimeoutError' });
    echo.server.intercept(undefined);
  });

  it('no more than 100 requests are made', async () => {
    const steps = Array.from({ length: 101 }, () => ({ url: 'https://api.test/' }));
    await expect(act(steps)).rejects.toThrow('at most 100 requests');
    expect(echo.server.calls).toHaveLength(100);
  });
});

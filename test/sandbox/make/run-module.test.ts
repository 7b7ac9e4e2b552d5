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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appOf } from './app-of.ts';
import { type Echo, startEcho } from './echo.ts';
import { loadMakeApp } from './load-make-app.ts';
import { runModule } from './run-module.ts';
import { runRpc } from './run-rpc.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
afterAll(() => echo.server.close());

const app = loadMakeApp(`${import.meta.dirname}/fixture/app`);
const connection = { instanceUrl: 'https://api.test', recordToken: 'x' };

describe('An RPC', () => {
  it('gives the options of a field', async () => {
    echo.answer({
      fields: [
        { label: 'Name', name: 'name', visible: true },
        { label: 'Hidden', name: 'h', visible: false },
      ],
    });
    expect(await runRpc({ app, world: echo.world, connection }, 'listFields')).toEqual([
      { label: 'Name', value: 'name' },
    ]);
  });

  it('sees the values of the form and those of its own address, and inherits the error of Base', async () => {
    const communication = {
      url: '/fields',
      qs: { object: '{{parameters.object}}', kind: '{{parameters.kind}}' },
      response: { output: '{{body.list}}' },
    };
    const base = {
      baseUrl: 'https://api.test',
      response: { error: { message: 'no {{statusCode}}', type: 'DataError' } },
    };
    const own = appOf({ base, rpc: { list: { code: { communication } } } });
    echo.server.forget();
    echo.answer({ list: [1] }, Response.json({}, { status: 404 }));
    expect(
      await runRpc({ app: own, world: echo.world }, 'list', { object: 'Case' }, { kind: 'text' }),
    ).toEqual([1]);
    expect(echo.server.calls[0]?.query.toString()).toBe('object=Case&kind=text');
    await expect(runRpc({ app: own, world: echo.world }, 'list')).rejects.toMatchObject({
      message: 'no 404',
    });
  });

  it('that does not exist is named with those that do', async () => {
    await expect(runRpc({ app, world: echo.world }, 'nope')).rejects.toThrow(
      'no RPC "nope". It has listFields.',
    );
  });
});

it('A condition may join values of any kind, for only their truth matters.', async () => {
  const step = (condition: string) => ({
    condition: { condition, default: { met: false } },
    response: { output: { met: true } },
  });
  const met = (condition: string) =>
    runModule(
      {
        app: appOf({ module: { act: { moduleType: 'action', code: { communication: step(condition) } } } }),
        world: echo.world,
      },
      'act',
      { text: 'a', empty: '' },
    );
  expect(await met('{{parameters.text && 1 = 1}}')).toEqual([{ met: true }]);
  expect(await met('{{parameters.empty && 1 = 1}}')).toEqual([{ met: false }]);
  expect(await met('{{!(parameters.empty || parameters.none)}}')).toEqual([{ met: true }]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { serve } from '../serve.ts';
import { actionApp } from './app-of.ts';
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

const done = { output: {} };
const act = (
  communication: unknown,
  more: { base?: unknown; connection?: object; parameters?: object } = {},
) =>
  runModule(
    {
      app: actionApp(communication, more.base === undefined ? {} : { base: more.base }),
      world: echo.world,
      connection: { ...more.connection },
    },
    'act',
    { ...more.parameters },
  );
const sent = () => {
  const [call] = echo.server.calls;
  if (call === undefined) throw new Error('Nothing was sent.');
  return call;
};

describe('A request', () => {
  it('sends a JSON body in which undefined is left out, null stays and empty text stays', async () => {
    const body = {
      gone: '{{parameters.none}}',
      cleared: '{{null}}',
      empty: '',
      no: false,
      zero: 0,
      list: ['{{parameters.none}}'],
    };
    await act({ url: 'https://api.test/', method: 'POST', body, response: done });
    expect(JSON.parse(sent().body)).toEqual({ cleared: null, empty: '', no: false, zero: 0, list: [null] });
    expect(sent().headers.get('content-type')).toBe('application/json');
  });

  it('sends no body with GET', async () => {
    await act({ url: 'https://api.test/', body: { a: 1 }, response: done });
    expect(sent().body).toBe('');
  });

  it('keeps its own content type when it is the same media type', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    await act({ url: 'https://api.test/', method: 'POST', headers, body: {}, response: done });
    expect(sent().headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('sends a form in which null and undefined are dropped', async () => {
    const body = { a: 'x y', none: '{{null}}', gone: '{{undefined}}', n: 1 };
    await act({ url: 'https://api.test/', method: 'POST', type: 'urlencoded', body, response: done });
    expect(sent().body).toBe('a=x+y&n=1');
    expect(sent().headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  });

  it('sends multipart fields', async () => {
    await act({
      url: 'https://api.test/',
      method: 'POST',
      type: 'multipart/form-data',
      body: { a: 'x' },
      response: done,
    });
    expect(sent().headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent().body).toContain('name="a"\r\n\r\nx\r\n');
  });

  it('sends a text with its own content type', async () => {
    const headers = { 'content-type': 'text/csv' };
    await act({
      url: 'https://api.test/',
      method: 'POST',
      type: 'text',
      headers,
      body: 'a,{{1 + 1}}',
      response: done,
    });
    expect(sent().body).toBe('a,2');
  });

  it('leaves out undefined headers and query values', async () => {
    await act({
      url: 'https://api.test/',
      headers: { 'x-none': '{{parameters.none}}', 'x-one': '{{1}}' },
      qs: { none: '{{parameters.none}}', q: 'a b&c' },
      response: done,
    });
    expect(sent().headers.has('x-none')).toBe(false);
    expect(sent().headers.get('x-one')).toBe('1');
    expect(Object.fromEntries(sent().query)).toEqual({ q: 'a b&c' });
  });

  it('may take its method from an expression', async () => {
    await act({
      url: 'https://api.test/',
      method: "{{if(parameters.id, 'PATCH', 'POST')}}",
      body: {},
      response: done,
    });
    expect(sent().method).toBe('POST');
  });

  it('with encodeUrl off sends what the expression encoded', async () => {
    const url = "https://api.test/find/{{encodeURL('a b/ü')}}";
    await act({ url, encodeUrl: false, response: done });
    expect(sent().path).toBe('/find/a%20b%2F%C3%BC');
  });

  it('goes to no host outside the table', async () => {
    await expect(act({ url: 'https://elsewhere.test/', response: done })).rejects.toMatchObject({
      name: 'UnmappedHostError',
      origin: 'https://elsewhere.test',
    });
  });

  it('follows a redirect of a GET on the same host, and refuses one to another host', async () => {
    echo.answer(new Response(null, { status: 302, headers: { location: '/moved' } }), { ok: true });
    expect(await act({ url: 'https://api.test/old', response: { output: '{{body}}' } })).toEqual([
      { ok: true },
    ]);
    echo.answer(new Response(null, { status: 302, headers: { location: 'https://elsewhere.test/' } }));
    await expect(act({ url: 'https://api.test/old', response: done })).rejects.toThrow(
      'A redirect to another host',
    );
  });
});

describe('Base', () => {
  const base = {
    baseUrl: '{{connection.instanceUrl}}/v1',
    headers: { authorization: 'Bearer {{connection.token}}', 'x-app': 'dealwire' },
    qs: { version: 2 },
    log: { sanitize: ['request.headers.authorization'] },
    response: { error: { message: '[{{statusCode}}] {{body.error}}', type: 'DataError' } },
  };
  const connection = { instanceUrl: 'https://api.test', token: 'secret-token' };

  it('completes a relative url and adds its headers and query', async () => {
    await act({ url: '/records', response: done }, { base, connection });
    expect(`${sent().path}?${sent().query}`).toBe('/v1/records?version=2');
    expect(sent().headers.get('authorization')).toBe('Bearer secret-token');
  });

  it('gives way to a header of the same name whatever its case, and stays otherwise', async () => {
    await act(
      { url: 'https://api.test/other', headers: { Authorization: 'Bearer other' }, response: done },
      { base, connection },
    );
    expect(sent().headers.get('authorization')).toBe('Bearer other');
    expect(sent().headers.get('x-app')).toBe('dealwire');
  });

  it('sends its headers to every host, absolute urls included, as a test can prove per host', async () => {
    const other = await serve('other', async () => Response.json({}));
    const world = { ...echo.world, hosts: { ...echo.world.hosts, 'https://slack.test': other.url } };
    const app = actionApp({ url: 'https://slack.test/api', response: done }, { base });
    await runModule({ app, world, connection }, 'act', {});
    expect(other.calls[0]?.headers.get('authorization')).toBe('Bearer secret-token');
    await other.close();
  });

  it('gives its error to requests that have none', async () => {
    echo.answer(Response.json({ error: 'gone' }, { status: 404 }));
    await expect(act({ url: '/records', response: done }, { base, connection })).rejects.toMatchObject({
      type: 'DataError',
      message: '[404] gone',
      statusCode: 404,
    });
  });

  it('sanitises the log of every request', async () => {
    await act({ url: '/records', response: done }, { base, connection });
    expect(JSON.stringify(echo.log)).not.toContain('secret-token');
    expect(echo.log).toEqual([
      expect.objectContaining({
        request: expect.objectContaining({
          headers: { Authorization: '(sanitized)', 'X-App': 'dealwire' },
          url: 'https://api.test/v1/records',
        }),
      }),
    ]);
  });

  it('is refused where a request keeps only a part of its lists', async () => {
    const response = { ...done, error: { message: 'own', type: 'DataError' } };
    const rich = {
      ...base,
      response: { error: { ...base.response.error, 429: { message: 'slow', type: 'RateLimitError' } } },
    };
    await expect(act({ url: '/records', response }, { base: rich, connection })).rejects.toThrow(
      'leaves out entries Base has',
    );
  });
});

describe('The log', () => {
  it('blanks the dotted paths, whatever the case, and shows the rest', async () => {
    echo.answer({ access_token: 'secret', scope: 'api' });
    await act({
      url: 'https://api.test/token',
      method: 'POST',
      type: 'urlencoded',
      body: { client_secret: 'hidden', grant_type: 'x' },
      log: { sanitize: ['request.body.CLIENT_SECRET', 'response.body.access_token'] },
      response: done,
    });
    expect(echo.log[0]?.request.body).toEqual({ client_secret: '(sanitized)', grant_type: 'x' });
    expect(echo.log[0]?.response?.body).toEqual({ access_token: '(sanitized)', scope: 'api' });
  });

  it('keeps what is not named, so that a test finds a forgotten secret', async () => {
    await act({ url: 'https://api.test/', qs: { token: 'forgotten' }, response: done });
    expect(JSON.stringify(echo.log)).toContain('forgotten');
  });
});

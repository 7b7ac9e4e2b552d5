import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actionApp } from './app-of.ts';
import { type Echo, startEcho } from './echo.ts';
import { runModule } from './run-module.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
afterAll(() => echo.server.close());

const act = (response: object) =>
  runModule({ app: actionApp({ url: 'https://api.test/', response }), world: echo.world }, 'act', {});
const status = (code: number, body: unknown = {}) => Response.json(body, { status: code });

describe('An error without directives', () => {
  it.each([
    [429, 'RateLimitError'],
    [500, 'ConnectionError'],
    [503, 'ConnectionError'],
    [400, 'RuntimeError'],
    [404, 'RuntimeError'],
  ])('of status %d is a %s', async (code, type) => {
    echo.answer(status(code));
    await expect(act({ output: {} })).rejects.toMatchObject({ name: 'MakeError', type, statusCode: code });
  });

  it('of a connection that was cut is a ConnectionError', async () => {
    echo.server.intercept(() => 'after');
    await expect(act({ output: {} })).rejects.toMatchObject({
      type: 'ConnectionError',
      statusCode: undefined,
    });
    echo.server.intercept(undefined);
  });
});

describe('The error directive', () => {
  const error = {
    message: '[{{statusCode}}] {{body.text}}',
    type: "{{if(body.bad, 'DataError', 'RuntimeError')}}",
    429: { message: 'Slow down', type: 'RateLimitError' },
  };

  it('words an error and may choose its type', async () => {
    echo.answer(status(404, { text: 'gone', bad: true }));
    await expect(act({ error })).rejects.toMatchObject({ type: 'DataError', message: '[404] gone' });
  });

  it('has an entry of its own for a status', async () => {
    echo.answer(status(429));
    await expect(act({ error })).rejects.toMatchObject({ type: 'RateLimitError', message: 'Slow down' });
  });

  it('may be a mere text', async () => {
    echo.answer(status(403));
    await expect(act({ error: 'No' })).rejects.toMatchObject({ type: 'RuntimeError', message: 'No' });
  });

  it('must give one of the nine types', async () => {
    echo.answer(status(404, { text: 'x' }));
    await expect(act({ error: { message: 'x', type: '{{body.text}}' } })).rejects.toThrow(
      'the error type became "x"',
    );
  });

  it('is refused when a status has a message but no type', async () => {
    echo.answer(status(503));
    await expect(act({ error: { message: 'down' } })).rejects.toThrow('An error message without type');
  });
});

describe('The valid directive', () => {
  const valid = { condition: '{{body.ok}}', message: 'Slack: {{body.error}}', type: 'DataError' };

  it('makes an error of an answer with status 200', async () => {
    echo.answer({ ok: false, error: 'not_in_channel' });
    await expect(act({ valid })).rejects.toMatchObject({
      type: 'DataError',
      message: 'Slack: not_in_channel',
      statusCode: 200,
    });
  });

  it('without wording uses the error of status 200, or of all', async () => {
    const error = { message: 'all', type: 'RuntimeError', 200: { message: 'said 200', type: 'DataError' } };
    echo.answer({ ok: false }, { ok: false });
    await expect(act({ valid: '{{body.ok}}', error })).rejects.toMatchObject({ message: 'said 200' });
    await expect(act({ valid: '{{body.ok}}' })).rejects.toMatchObject({
      message: 'Response marked as invalid.',
    });
  });

  it('is refused when it would rescue an HTTP error', async () => {
    echo.answer(status(500, { ok: true }));
    await expect(act({ valid })).rejects.toThrow('true for a status from 400 to 599');
  });

  it('leaves an HTTP error an error when it is false or cannot be computed', async () => {
    echo.answer(status(500, { ok: false }));
    const error = { message: 'down', type: 'ConnectionError' };
    await expect(act({ valid, error })).rejects.toMatchObject({ type: 'ConnectionError' });
    echo.answer(status(500, []));
    await expect(act({ valid, error })).rejects.toMatchObject({ type: 'ConnectionError' });
  });

  it('judges after response.temp was stored', async () => {
    echo.answer({ state: 'good' });
    const response = {
      temp: { state: '{{body.state}}' },
      valid: "{{temp.state = 'good'}}",
      output: { ok: true },
    };
    expect(await act(response)).toEqual([{ ok: true }]);
  });
});

describe('The type of an answer', () => {
  it('may be declared per status, the narrowest range winning', async () => {
    const type = { '*': 'json', '400-599': 'text', '503': 'json' };
    const error = { message: '{{ifempty(body.reason, body)}}', type: 'DataError' };
    echo.answer(new Response('plain trouble', { status: 500 }), status(503, { reason: 'busy' }));
    await expect(act({ type, error })).rejects.toMatchObject({ message: 'plain trouble' });
    await expect(act({ type, error })).rejects.toMatchObject({ message: 'busy' });
  });

  it('is known by content type for JSON, forms and plain text', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    echo.answer(new Response('a=1&b=x+y', { headers: form }), new Response('plain'));
    expect(await act({ output: { a: '{{body.a}}', b: '{{body.b}}' } })).toEqual([{ a: '1', b: 'x y' }]);
    expect(await act({ output: { text: '{{body}}' } })).toEqual([{ text: 'plain' }]);
  });

  it('is refused when automatic does not know it, when it is XML, or when it is malformed', async () => {
    const typed = (text: string, type: string) => new Response(text, { headers: { 'content-type': type } });
    echo.answer(typed('<p>', 'text/html'), typed('<a/>', 'text/xml'), typed('{', 'application/json'));
    await expect(act({ output: {} })).rejects.toThrow('does not know');
    await expect(act({ output: {} })).rejects.toThrow('XML');
    await expect(act({ output: {} })).rejects.toThrow('not what its type says');
  });

  it('of an empty body is undefined', async () => {
    echo.answer(new Response(null, { status: 204 }));
    expect(await act({ output: { empty: '{{ifempty(body, true)}}', status: '{{statusCode}}' } })).toEqual([
      { empty: true, status: 204 },
    ]);
  });

  it('has its headers by lower-case name', async () => {
    echo.answer(Response.json({}, { headers: { 'Retry-After': '7' } }));
    expect(await act({ output: { wait: '{{headers.`retry-after`}}' } })).toEqual([{ wait: '7' }]);
  });
});

import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { inWorld } from '../../crash/every-call.ts';
import type { Call, Fault } from '../../sandbox/serve.ts';
import type { World } from '../../sandbox/world.ts';
import { attempt } from './attempt.ts';

/** Names, addresses and amounts of the sample deal and its people. */
const CONTENT = ['Acme', 'Kim', 'kim@', 'Sam Ode', 'sam@', '75000', '75,000', 'Enterprise'];

const faults: Readonly<Record<string, () => Fault>> = {
  'cut off': () => 'before',
  'answered by a page': () => new Response('<html>Acme Kim</html>', { status: 502 }),
  'answered in words': () => new Response('Acme Kim'),
  'answered 401': () => new Response('[]', { status: 401, headers: { 'content-type': 'application/json' } }),
  refused: () =>
    Response.json(
      [{ errorCode: 'STRING_TOO_LONG', message: 'Name: data value too large: Acme', fields: ['Name'] }],
      {
        status: 400,
      },
    ),
};

/** Everything that a run says, thrown, returned or logged, when its nth call meets a fault; undefined past the last call. */
async function said(world: World, nth: number, fault: () => Fault): Promise<string | undefined> {
  let seen = 0;
  const intercept = (_: Call) => (seen++ >= nth ? fault() : undefined);
  world.salesforce.intercept(intercept);
  world.slack.intercept(intercept);
  const logged: unknown[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = methods.map((method) => console[method]);
  for (const method of methods) console[method] = (...words: unknown[]) => void logged.push(words);
  const end = await attempt(world).catch((error: unknown) => error);
  methods.forEach((method, at) => {
    console[method] = before[at] as typeof console.log;
  });
  return seen <= nth ? undefined : inspect([end, logged], { depth: null, showHidden: true });
}

describe('Whatever call of a delivery goes wrong, no token and no content of the record is thrown, returned or logged', () => {
  it.each(Object.entries(faults))('when it is %s', async (_, fault) => {
    let calls = 0;
    for (let text: string | undefined = ''; text !== undefined; calls += 1)
      text = await inWorld(async (world) => {
        const found = await said(world, calls, fault);
        const tokens = [
          world.slack.token,
          ...world.salesforce.calls.map(({ headers }) => String(headers.get('authorization')).slice(7)),
        ];
        for (const secret of [...tokens, ...CONTENT]) expect(found ?? '').not.toContain(secret);
        return found;
      });
    expect(calls).toBeGreaterThan(10);
  });
});

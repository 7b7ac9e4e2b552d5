import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import { COVERAGE, OUTGOING } from './coverage.ts';
import { mountSlack } from './emulate.ts';
import { METHODS } from './methods.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { createStore } from './store/store.ts';

let slack: SlackStandIn;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());

const entries = Object.entries(COVERAGE);
const answered = entries.filter(([, { status }]) => status !== 'refused').map(([name]) => name);
const refused = entries.filter(([, { status }]) => status === 'refused').map(([name]) => name);

const errorOf = async (method: string) => {
  const answer = await fetch(`${slack.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.token}` },
  });
  return ((await answer.json()) as { readonly error?: string }).error;
};

describe('the coverage list', () => {
  it('has exactly the methods that are answered', () => {
    expect([...answered].sort()).toEqual([...METHODS.keys()].sort());
  });

  it('has every method that emulate would answer', async () => {
    const mounted = await mountSlack(createStore(fakeClock()), 'https://x.slack.com');
    await mounted.close();
    expect(mounted.methods.filter((method) => !(method in COVERAGE))).toEqual([]);
  });

  it.each(refused)('is right that %s is refused', async (method) => {
    expect(await errorOf(method)).toBe('unknown_method');
  });

  it.each(answered)('is right that %s is answered', async (method) => {
    expect(await errorOf(method)).not.toBe('unknown_method');
  });

  it.each(answered)('names tests that call %s', (method) => {
    const tests = COVERAGE[method]?.tests ?? [];
    expect(tests.length).toBeGreaterThan(0);
    for (const file of tests) expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(method);
  });
});

describe('the list of what Slack sends to the app', () => {
  const sent = Object.entries(OUTGOING);
  const folder = new URL('outgoing/', import.meta.url);
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');

  it.each(sent.filter(([, { status }]) => status !== 'refused'))('names tests of a %s', (name, { tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const file of tests) expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(name);
  });

  it.each(
    sent.filter(([, { status }]) => status === 'refused'),
  )('is right that nothing sends a %s', (name) => {
    expect(sources).not.toContain(name);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWorld, type World } from '../world.ts';
import { chart } from './chart.ts';
import type { Report } from './describe.ts';
import { runBacktest } from './run-backtest.ts';

const NOW = Date.parse('2026-11-20T22:00:00Z');

/** Runs what `npm run backtest` runs. */
async function run(line: string, environment: Readonly<Record<string, string>> = {}, now = NOW) {
  let stdout = '';
  let stderr = '';
  const code = await runBacktest({
    arguments: line.split(' ').filter((word) => word !== ''),
    environment,
    now: () => now,
    print: (text) => {
      stdout += text;
    },
    complain: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

describe('npm run backtest', () => {
  it('counts a fictional year, the same each time, with what it would have cost by a delivery that the sandbox measured', async () => {
    const { code, stdout } = await run('--signal deal-room --days 10 --json');
    const report = JSON.parse(stdout) as Report;
    expect(code).toBe(0);
    expect(report).toMatchObject({
      signal: 'deal-room',
      source: 'sandbox',
      since: '2026-11-10T22:00:00.000Z',
      until: '2026-11-20T22:00:00.000Z',
      fired: 86,
      cost: { zapier: { tasks: 86 }, make: { operations: 2 * 86, polls: 960 } },
    });
  });

  it.each(['case-escalation', 'new-lead', 'account-channel'])('counts %s too', async (signal) => {
    const { fired, records } = JSON.parse((await run(`--signal ${signal} --json`)).stdout) as Report;
    expect(fired).toBeGreaterThan(20);
    expect(records).toBeGreaterThan(20);
  });

  it('says it in a sentence and draws bars by weekday, owner and day', async () => {
    const { stdout } = await run('--signal deal-room');
    expect(stdout).toMatch(
      /^deal-room would have fired \d+ times in the last 30 days, \d+ for Kim Ro, most on Fridays \(\d+\)\.\n/,
    );
    expect(stdout).toMatch(/By weekday\n {2}Monday +\d+ {2}█+\n/);
    expect(stdout).toMatch(/By owner\n {2}Kim Ro +\d+ {2}█{40}\n/);
    expect(stdout).toMatch(/By day \(UTC\)\n {2}2026-10-21 /);
    expect(stdout).toContain('a year of fictional history on this machine');
  });

  it('draws a bar a week when there are many days', async () => {
    const { stdout } = await run('--signal new-lead --days 365 --time-zone Europe/Berlin');
    expect(stdout).toContain('By week, from the day named (Europe/Berlin)\n  2025-11-20 ');
    expect(stdout.split('\n').length).toBeLessThan(90);
  });

  it('counts by inputs of the trigger', async () => {
    const { stdout } = await run(
      '--signal case-escalation --input escalated=false --input priorities=High --json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ inputs: { escalated: false, priorities: ['High'] } });
  });

  it.each([
    ['', '--signal: is missing.', 'Choose deal-room, case-escalation, new-lead, account-channel.'],
    [
      '--signal deals',
      '--signal: there is no signal "deals".',
      'Choose deal-room, case-escalation, new-lead, account-channel.',
    ],
    ['--signal renewal-risk', 'renewal-risk cannot be counted: it depends on', 'Run its blueprint for a day'],
    ['--signal forecast-digest', 'it comes on its schedule', 'about four a month'],
    ['--signal record-card', 'answers people who ask in Slack', 'as often as it is asked'],
    ['--signal log-to-salesforce', 'people choose in Slack', 'as often as somebody chooses'],
    ['--signal record-state', 'not every field has a history', 'Test its trigger'],
    ['--signal deal-room --days 0', 'Days: 0 is not between 1 and 365.', '365 at most'],
    ['--signal deal-room --days 366', 'Days: 366 is not between 1 and 365.', '365 at most'],
    ['--signal deal-room --time-zone Mars', 'Time Zone: it is not a time zone', 'Europe/Berlin'],
    ['--signal deal-room --input stages', '"stages" has no value', 'Write it like'],
    ['--signal deal-room --input stage=x', 'deal-room has no input "stage"', 'stages, delivery_name'],
    ['--signal deal-room --token x', 'Unknown option', 'npm run backtest -- --signal'],
  ])('ends with status 1 for "%s", and says why and what to do', async (line, reason, fix) => {
    const { code, stdout, stderr } = await run(line);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).toContain(fix);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('npm run backtest of an org that the environment names', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.close());

  const environment = () => ({
    SALESFORCE_INSTANCE_URL: world.salesforce.url,
    SALESFORCE_ACCESS_TOKEN: world.salesforce.issueToken().accessToken,
  });

  it('reads its history, names it, writes nothing, and prints no token', async () => {
    world.clock.advance(2 * 24 * 60 * 60_000);
    world.salesforce.insert('Lead', { LastName: 'Okafor', Company: 'Hooli' });
    const env = environment();
    const { code, stdout } = await run('--signal new-lead --days 1 --json', env, world.clock.now() + 1000);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ source: world.salesforce.url, fired: 1, limits: [] });
    expect(stdout).not.toContain(env.SALESFORCE_ACCESS_TOKEN);
    expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
  });

  it('leaves it alone with --sandbox', async () => {
    const env = environment();
    const { stdout } = await run('--signal new-lead --json --sandbox', env);
    expect(JSON.parse(stdout)).toMatchObject({ source: 'sandbox' });
    expect(world.salesforce.apiCalls).toBe(0);
  });

  it('asks for a new token when that one has expired', async () => {
    const env = environment();
    world.salesforce.expireSessions();
    const { code, stderr } = await run('--signal new-lead', env);
    expect(code).toBe(1);
    expect(stderr).toContain('Put a new token of this org into SALESFORCE_ACCESS_TOKEN.');
    expect(stderr).not.toContain(env.SALESFORCE_ACCESS_TOKEN);
  });

  it.each([
    [{ SALESFORCE_INSTANCE_URL: 'https://acme.my.salesforce.com' }, 'SALESFORCE_ACCESS_TOKEN: is not set'],
    [{ SALESFORCE_ACCESS_TOKEN: 'secret' }, 'SALESFORCE_INSTANCE_URL: is not set'],
    [
      { SALESFORCE_INSTANCE_URL: 'https://acme.example', SALESFORCE_ACCESS_TOKEN: 'secret' },
      'SALESFORCE_INSTANCE_URL: it is no address of Salesforce',
    ],
    [
      { SALESFORCE_INSTANCE_URL: 'https://acme.my.salesforce.com', SALESFORCE_ACCESS_TOKEN: 'sec\u00e9ret' },
      'SALESFORCE_ACCESS_TOKEN: it holds characters that no token has',
    ],
  ])('refuses %j before any call', async (variables, reason) => {
    const { code, stderr } = await run('--signal new-lead', variables as unknown as Record<string, string>);
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('sec\u00e9ret');
  });
});

it('A chart gives the longest bar its whole width, and every count above zero a bar', () => {
  expect(
    chart([
      { label: 'Bo', count: 1 },
      { label: 'Ana Lee', count: 400 },
      { label: 'Sam', count: 0 },
    ]),
  ).toEqual([`  Bo         1  █`, `  Ana Lee  400  ${'█'.repeat(40)}`, `  Sam        0`]);
});

import { describe, expect, it } from '@jest/globals';
import { newLead } from '../../signal/new-lead.ts';
import { FormProblem } from '../form/form-problem.ts';
import type { PlatformRun } from './platform-run.ts';
import { runPlatform } from './run-platform.ts';

const asked = { demo: newLead, changed: {}, edited: {}, trouble: 'none' } as const;

/** A stopwatch that shows a millisecond more each time it is looked at. */
function ticking(): () => number {
  let ticks = 0;
  return () => {
    ticks += 1;
    return ticks;
  };
}

describe('A run as the page follows it', () => {
  it('plans its steps, then tells of each call of each step, then of what came of it', async () => {
    const told: PlatformRun[] = [];
    const run = await runPlatform(asked, 'make', ticking(), (next) => told.push(next));
    expect(told[0]?.phases[0]?.steps.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['trigger', 'waiting'],
      ['filter', 'waiting'],
      ['action', 'waiting'],
    ]);
    const counts = told.map(
      ({ phases }) => phases.flatMap(({ steps }) => steps.flatMap(({ calls }) => calls)).length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    const [phase] = run.phases;
    expect(phase?.steps.map(({ title, outcome }) => [title, outcome])).toEqual([
      ['A lead is created', 'ran'],
      ['Every lead passes; add conditions of your own, such as a rating', 'ran'],
      [expect.stringContaining('Tell a channel or the owner in Slack'), 'ran'],
    ]);
    expect(
      phase?.steps[2]?.calls.map(({ service, what, status }) => [service, what.split(':')[0], status]),
    ).toEqual([
      ['Salesforce', 'composite', 200],
      ['Slack', 'chat.postMessage', 200],
      ['Salesforce', 'composite', 200],
    ]);
    expect(run.written).toEqual([expect.stringMatching(/^Ledger row new-lead-00Q.*: done$/)]);
  });

  it.each([
    ['slack', 'No answer from https://slack.com.'],
    ['salesforce', 'No answer from https://acme.my.salesforce.com.'],
  ] as const)('says in words that %s does not answer when its stand-in is closed', async (trouble, reason) => {
    const run = await runPlatform({ ...asked, trouble }, 'make', ticking(), () => {});
    expect(run).toMatchObject({ state: 'failed', reason });
    expect(run.phases[0]?.steps.some(({ outcome }) => outcome === 'failed')).toBe(true);
  });

  it.each([
    ['make', 'an empty text', '', ':1:1: a value is missing'],
    ['make', 'no scenario', '[]', 'scenario.json'],
    ['make', 'a scenario without modules', '{"name": "x", "flow": []}', 'scenario.json'],
    ['zapier', 'an empty text', '', 'line 1, column 1: a value is missing'],
    ['zapier', 'no export', '[]', 'zap.json'],
    ['zapier', 'no Zap', '{"metadata": {"version": 2}, "zaps": []}', 'zap.json'],
    [
      'zapier',
      'a Zap without steps',
      '{"metadata": {"version": 2}, "zaps": [{"id": 1, "title": "x", "nodes": {}}]}',
      'zap.json',
    ],
  ] as const)('on %s names what is wrong with a blueprint that holds %s', async (platform, _, text, named) => {
    const path = `blueprints/new-lead/${platform === 'make' ? 'scenario' : 'zap'}.json`;
    const run = await runPlatform({ ...asked, edited: { [path]: text } }, platform, ticking(), () => {});
    expect(run.state).toBe('failed');
    expect(run.reason).toContain(named);
    expect(run.reason).not.toMatch(/undefined|not a function|is not iterable|\n\s+at /);
  });

  it('throws what Salesforce says when it does not take the record', async () => {
    const changed = { LastName: '' };
    await expect(runPlatform({ ...asked, changed }, 'make', ticking(), () => {})).rejects.toThrow(
      FormProblem,
    );
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { SignalRun } from './report.ts';
import { demos } from './signal/demos.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs what `npm start` runs. */
function start(...options: readonly string[]): Promise<Ended> {
  const script = join(import.meta.dirname, 'start.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, ...options],
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

/** What two platforms must have in common: the channels, each message byte for byte, and what is in Salesforce. */
function common(run: SignalRun | undefined) {
  return {
    channels: run?.slack.channels,
    messages: run?.slack.messages.map(({ text, blocks }) => JSON.stringify({ text, blocks })),
    salesforce: run?.salesforce,
  };
}

describe('npm start', () => {
  it('delivers every signal alike on both platforms, within the budgets, and prints only JSON when asked', async () => {
    const { code, stdout } = await start('--json');
    const { runs } = JSON.parse(stdout) as { readonly runs: readonly SignalRun[] };
    expect(code).toBe(0);
    const signals = [...new Set(runs.map(({ signal }) => signal))];
    expect(signals).toEqual(demos.map(({ signal }) => signal));
    for (const name of signals) {
      const [zapier, make, ...others] = runs.filter(({ signal }) => signal === name);
      expect(others).toEqual([]);
      expect([zapier, make]).toMatchObject([
        { platform: 'zapier', blueprint: `blueprints/${name}/zap.json`, outcome: 'delivered', reason: '' },
        { platform: 'make', blueprint: `blueprints/${name}/scenario.json`, outcome: 'delivered', reason: '' },
      ]);
      expect([...(zapier?.slack.messages ?? []), ...(zapier?.salesforce ?? [])]).not.toEqual([]);
      expect(common(make)).toEqual(common(zapier));
    }
  }, 120_000);

  it('opens a deal room with one task or two operations and three calls of the Salesforce API', async () => {
    const { stdout } = await start('--signal', 'deal-room', '--json');
    const { runs } = JSON.parse(stdout) as { readonly runs: readonly SignalRun[] };
    expect(runs.map(({ cost }) => cost)).toMatchObject([
      { tasks: 1, operations: 0, salesforceCalls: 3, pollCalls: 1 },
      { tasks: 0, operations: 2, salesforceCalls: 3 },
    ]);
    expect(runs[0]?.slack.channels[0]?.members).toHaveLength(4);
    expect(runs[0]?.slack.messages).toHaveLength(1);
  });

  it('tells people in words what happened to the change event of the guide, and what it cost', async () => {
    const { code, stdout } = await start('--event', 'blueprints/deal-room/change-event.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^deal-room on zapier: delivered\n {2}#deal-acme/);
    expect(stdout).toContain('1 task(s), 3 Salesforce calls');
    expect(stdout).toContain('2 operation(s), 3 Salesforce calls');
  });

  it('ends with status 1, one clear sentence and no stack trace for a file that is not JSON', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'dealwire-')), 'event.json');
    await writeFile(file, 'StageName: Closed Won');
    const { code, stdout, stderr } = await start('--event', file, '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Change event: it is not JSON');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    [['--event', 'nowhere.json'], 'nowhere.json'],
    [['--platform', 'workato'], 'Choose zapier or make.'],
    [['--evnt', 'x'], '--evnt'],
  ])('names what is wrong with %j', async (options, named) => {
    const { code, stderr } = await start(...options);
    expect(code).toBe(1);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

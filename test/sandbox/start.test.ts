import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const EVENT = 'blueprints/deal-room/change-event.json';

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

async function startWithEvent(
  change: (header: Record<string, unknown>, event: string) => string,
): Promise<Ended> {
  const text = await readFile(EVENT, 'utf8');
  const header = JSON.parse(text).data.payload.ChangeEventHeader;
  const file = join(await mkdtemp(join(tmpdir(), 'dealwire-')), 'event.json');
  await writeFile(file, change(header, text));
  return start('--event', file, '--json');
}

const withHeader = (change: Record<string, unknown>) => (header: Record<string, unknown>) =>
  JSON.stringify({ ChangeEventHeader: { ...header, ...change }, StageName: 'Closed Won' });

describe('npm start', () => {
  it('opens one room with one briefing on each platform within the budgets, and prints only JSON when asked', async () => {
    const { code, stdout } = await start('--json');
    const { runs } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(runs).toMatchObject([
      {
        signal: 'deal-room',
        platform: 'zapier',
        blueprint: 'blueprints/deal-room/zap.json',
        outcome: 'delivered',
        reason: '',
        cost: { tasks: 1, operations: 0, salesforceCalls: 3, pollCalls: 1 },
      },
      {
        signal: 'deal-room',
        platform: 'make',
        blueprint: 'blueprints/deal-room/scenario.json',
        outcome: 'delivered',
        reason: '',
        cost: { tasks: 0, operations: 2, salesforceCalls: 3 },
      },
    ]);
    for (const { slack } of runs) {
      expect(slack.channels).toHaveLength(1);
      expect(slack.channels[0].members).toHaveLength(4);
      expect(slack.messages).toHaveLength(1);
    }
  });

  it('opens the same room with the same briefing on both platforms, byte for byte', async () => {
    const { runs } = JSON.parse((await start('--json')).stdout);
    const [zapier, make] = runs.map(
      ({ slack }: { slack: { channels: unknown; messages: { text: string; blocks: unknown }[] } }) => ({
        channels: slack.channels,
        messages: slack.messages.map(({ text, blocks }) => JSON.stringify({ text, blocks })),
      }),
    );
    expect(make).toEqual(zapier);
  });

  it('runs one platform when asked for it', async () => {
    const { runs } = JSON.parse((await start('--json', '--platform', 'make')).stdout);
    expect(runs.map(({ platform }: { platform: string }) => platform)).toEqual(['make']);
  });

  it('names the platforms when asked for another', async () => {
    const { code, stderr } = await start('--platform', 'workato');
    expect(code).toBe(1);
    expect(stderr).toContain('Choose zapier or make.');
  });

  it('tells people in words what happened and what it cost', async () => {
    const { code, stdout } = await start();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^deal-room on zapier: delivered\n {2}#deal-acme/);
    expect(stdout).toContain('1 task(s), 3 Salesforce calls');
    expect(stdout).toContain('2 operation(s), 3 Salesforce calls');
  });

  it('carries the change event of the guide to a room', async () => {
    const { code, stdout } = await start('--event', EVENT, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).runs[0]).toMatchObject({
      outcome: 'delivered',
      cost: { tasks: 1, salesforceCalls: 3 },
    });
  });

  it.each([
    [
      'that did not touch the stage',
      withHeader({ changedFields: ['Amount'] }),
      'the UPDATE changed Amount, not StageName',
    ],
    [
      'about another object',
      withHeader({ entityName: 'Case', recordIds: ['500xx0000000401AAA'] }),
      'the event is about Case',
    ],
    ['of a deleted record', withHeader({ changeType: 'DELETE' }), 'a deleted record has no room'],
    [
      'of a record the sample org lacks',
      withHeader({ recordIds: ['006xx00000099999'.slice(0, 15)] }),
      'the sample org has no Opportunity',
    ],
  ])('skips an event %s, with the reason', async (_, change, reason) => {
    const { code, stdout } = await startWithEvent(change);
    const [run] = JSON.parse(stdout).runs;
    expect(code).toBe(0);
    expect(run).toMatchObject({ outcome: 'skipped', slack: { channels: [], messages: [] } });
    expect(run.reason).toContain(reason);
  });

  it('opens a room for each of three records of one event, on both platforms', async () => {
    const ids = ['006Hs00000BkXyzIAF', '006xx0000000204AAA', '006xx0000000205AAA'];
    const { stdout } = await startWithEvent(withHeader({ recordIds: ids }));
    const { runs } = JSON.parse(stdout);
    expect(runs).toMatchObject([
      { outcome: 'delivered', cost: { tasks: 3, salesforceCalls: 9 } },
      { outcome: 'delivered', cost: { operations: 6, salesforceCalls: 9 } },
    ]);
    for (const { slack } of runs) {
      expect(slack.channels).toHaveLength(3);
      expect(slack.messages).toHaveLength(3);
    }
  });

  it.each([
    ['a file that is not JSON', () => 'StageName: Closed Won', 'Change event: it is not JSON'],
    [
      'a wrong checksum',
      withHeader({ recordIds: ['006Hs00000BkXyzIAA'] }),
      'which is not the id of a record of Opportunity',
    ],
  ])('ends with status 1, one clear sentence and no stack trace for %s', async (_, change, reason) => {
    const { code, stdout, stderr } = await startWithEvent(change);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('names the file that cannot be read', async () => {
    const { code, stderr } = await start('--event', 'nowhere.json');
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere.json');
  });
});

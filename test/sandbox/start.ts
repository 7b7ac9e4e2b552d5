import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DealwireError, InvalidInputError } from '../../shared/error.ts';
import { readChangeEvent } from '../../shared/receive/change-event.ts';
import type { PageOptions } from './preview/serve.ts';
import { type Printed, wantsPage } from './preview/wants-page.ts';
import { describeRun, type SignalRun } from './report.ts';
import { demos } from './signal/demos.ts';
import { runEvent } from './signal/run-event.ts';
import { runSignal } from './signal/run-signal.ts';
import { platforms } from './signal/switch-on.ts';

/**
 * `npm start`: on a terminal the preview page; `-- --port 4173` chooses its port, also without a terminal, and `-- --no-open`
 * leaves the browser closed. Without a terminal, or with one of the options below, every signal happens in the sample org
 * and is delivered on each platform, and what came of it is printed. All of it stays on this machine.
 * `-- --signal deal-room` runs one; `-- --platform zapier` (or `make`) runs one platform; `-- --event FILE` carries a
 * Change Data Capture event to the deal room instead; `-- --json` prints one JSON document.
 */
async function start(
  { event, platform, signal }: Options,
  tell: (run: SignalRun) => void,
): Promise<readonly SignalRun[]> {
  const chosen = platform === undefined ? platforms : [choose('--platform', platform, platforms)];
  if (event !== undefined) {
    const change = readChangeEvent(await readFile(event, 'utf8'));
    return inTurn(chosen, (each) => runEvent(each, change), tell);
  }
  const names = demos.map((demo) => demo.signal);
  const wanted = signal === undefined ? names : [choose('--signal', signal, names)];
  const runs = demos
    .filter((demo) => wanted.includes(demo.signal))
    .flatMap((demo) => chosen.map((each) => ({ demo, each })));
  return inTurn(runs, ({ demo, each }) => runSignal(demo, each), tell);
}

async function inTurn<T, R>(
  items: readonly T[],
  run: (item: T) => Promise<R>,
  tell: (result: R) => void,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) {
    const result = await run(item);
    tell(result);
    results.push(result);
  }
  return results;
}

type Options = Printed & PageOptions;

function choose<T extends string>(option: string, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === name);
  if (found !== undefined) return found;
  throw new InvalidInputError(option, `there is no "${name}"`, `Choose ${choices.join(' or ')}.`);
}

/** A run ended as it should when something was delivered, or skipped for a reason. */
function isFine({ outcome }: SignalRun): boolean {
  return outcome !== 'failed';
}

async function print(options: Options): Promise<void> {
  const tell = (run: SignalRun) =>
    options.json
      ? process.stderr.write(`${run.signal} on ${run.platform}: ${run.outcome}\n`)
      : process.stdout.write(`${describeRun(run)}\n\n`);
  const runs = await start(options, tell);
  if (options.json) process.stdout.write(`${JSON.stringify({ runs }, null, 2)}\n`);
  process.exitCode = runs.every(isFine) ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof DealwireError) return `${error.message}\n${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}

try {
  const { values } = parseArgs({
    options: {
      event: { type: 'string' },
      platform: { type: 'string' },
      signal: { type: 'string' },
      json: { type: 'boolean' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
    },
  });
  const isTerminal = process.stdout.isTTY === true && process.env.CI === undefined;
  if (wantsPage(values, isTerminal)) {
    const { servePage } = await import('./preview/serve.ts');
    await servePage(values, isTerminal);
  } else await print(values);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DealwireError, InvalidInputError } from '../../shared/error.ts';
import { readChangeEvent } from '../../shared/receive/change-event.ts';
import { describeRun, type SignalRun } from './report.ts';
import { type Platform, platforms, runDealRoom } from './run-deal-room.ts';

/**
 * `npm start`: a sample opportunity is won and its room opens on each platform, all on this machine.
 * `-- --platform zapier` (or `make`) runs one; `-- --event FILE` carries a Change Data Capture event instead;
 * `-- --json` prints one JSON document.
 */
async function start({ event, platform }: Options): Promise<readonly SignalRun[]> {
  const change = event === undefined ? undefined : readChangeEvent(await readFile(event, 'utf8'));
  const runs: SignalRun[] = [];
  for (const each of platform === undefined ? platforms : [platformOf(platform)])
    runs.push(await runDealRoom(each, change));
  return runs;
}

interface Options {
  readonly event?: string;
  readonly platform?: string;
  readonly json?: boolean;
}

function platformOf(name: string): Platform {
  const found = platforms.find((platform) => platform === name);
  if (found !== undefined) return found;
  throw new InvalidInputError('--platform', `"${name}" is no platform`, `Choose ${platforms.join(' or ')}.`);
}

/** A run ended as it should when something was delivered, or skipped for a reason. */
function isFine({ outcome }: SignalRun): boolean {
  return outcome !== 'failed';
}

function explain(error: unknown): string {
  if (error instanceof DealwireError) return `${error.message}\n${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}

try {
  const { values } = parseArgs({
    options: { event: { type: 'string' }, platform: { type: 'string' }, json: { type: 'boolean' } },
  });
  const runs = await start(values as Options);
  process.stdout.write(
    values.json ? `${JSON.stringify({ runs }, null, 2)}\n` : `${runs.map(describeRun).join('\n\n')}\n`,
  );
  process.exitCode = runs.every(isFine) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

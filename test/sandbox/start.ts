import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DealwireError } from '../../shared/error.ts';
import { readChangeEvent } from '../../shared/receive/change-event.ts';
import { describeRun, type SignalRun } from './report.ts';
import { runDealRoom } from './run-deal-room.ts';

/**
 * `npm start`: a sample opportunity is won and its room opens, all on this machine.
 * `-- --event FILE` carries a Change Data Capture event instead; `-- --json` prints one JSON document.
 */
async function start(): Promise<readonly SignalRun[]> {
  if (values.event === undefined) return [await runDealRoom()];
  const text = await readFile(values.event, 'utf8');
  return [await runDealRoom(readChangeEvent(text))];
}

function options(): { readonly event?: string; readonly json: boolean } {
  const { values } = parseArgs({
    options: { event: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  return { json: values.json, ...(values.event === undefined ? {} : { event: values.event }) };
}

/** A run ended as it should when something was delivered, or skipped for a reason. */
function isFine({ outcome }: SignalRun): boolean {
  return outcome !== 'failed';
}

function explain(error: unknown): string {
  if (error instanceof DealwireError) return `${error.message}\n${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}

let values: ReturnType<typeof options> = { json: false };
try {
  values = options();
  const runs = await start();
  process.stdout.write(
    values.json ? `${JSON.stringify({ runs }, null, 2)}\n` : `${runs.map(describeRun).join('\n\n')}\n`,
  );
  process.exitCode = runs.every(isFine) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

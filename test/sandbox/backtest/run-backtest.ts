import { backtest } from '../../../shared/backtest/backtest.ts';
import type { Past } from '../../../shared/backtest/past.ts';
import {
  DealwireError,
  SalesforceSessionExpiredError,
  SalesforceUnavailableError,
} from '../../../shared/error.ts';
import { connectTo, startWorld } from '../world.ts';
import { pastCost } from './cost.ts';
import { describeReport } from './describe.ts';
import { yearOf } from './fictional-year.ts';
import { type Options, readOptions } from './options.ts';
import { orgIn } from './org.ts';

/** What a run of the command needs. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Counts how often a signal would have fired, prints it, and returns the status that the command ends with. */
export async function runBacktest({
  arguments: argv,
  environment,
  now,
  print,
  complain,
}: Surroundings): Promise<number> {
  try {
    const options = await readOptions(argv);
    const org = options.sandbox ? undefined : orgIn(environment);
    const counted =
      org === undefined
        ? { source: 'sandbox', ...(await inSandbox(options)) }
        : { source: org.origin, ...(await backtest(options.past, org.salesforce, options.values, now())) };
    const report = { ...counted, cost: pastCost(counted.signal, counted.fired, counted.days) };
    print(options.json ? `${JSON.stringify(report, null, 2)}\n` : `${describeReport(report)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DealwireError)) throw error;
    complain(`${error.message}\n${fixOf(error)}\n`);
    return 1;
  }
}

/** What a person at a terminal can do: no platform repeats the command or renews its token. */
function fixOf(error: DealwireError): string {
  if (error instanceof SalesforceSessionExpiredError)
    return 'Put a new token of this org into SALESFORCE_ACCESS_TOKEN.';
  if (error instanceof SalesforceUnavailableError)
    return 'Check SALESFORCE_INSTANCE_URL and run the command again.';
  return error.fix;
}

async function inSandbox({ past, values }: Pick<Options, 'past' | 'values'>) {
  const world = await startWorld();
  try {
    liveYear(world, past);
    return await backtest(past, connectTo(world).salesforce, values, world.clock.now());
  } finally {
    await world.close();
  }
}

function liveYear(world: Parameters<(typeof yearOf)[string]>[0], { signal }: Past): void {
  const live = yearOf[signal];
  if (live === undefined) throw new Error(`The sandbox has no year of ${signal}.`);
  live(world);
}

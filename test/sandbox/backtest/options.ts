import { parseArgs } from 'node:util';
import type { Past, Row } from '../../../shared/backtest/past.ts';
import { noPast, pasts } from '../../../shared/backtest/pasts.ts';
import { InvalidInputError } from '../../../shared/error.ts';
import { allSignals } from '../explain/signals.ts';
import { demos } from '../signal/demos.ts';

/** What the command line asks for. */
export interface Options {
  readonly past: Past;
  /** The inputs of the backtest, as far as they were given. */
  readonly values: Row;
  readonly json: boolean;
  /** The stand-in, even where the environment names an org. */
  readonly sandbox: boolean;
}

const USAGE =
  'npm run backtest -- --signal deal-room [--days 30] [--time-zone Europe/Berlin] [--input stages="Closed Won"] [--json] [--sandbox]';

/** Reads the arguments. Throws InvalidInputError, which says what is missing or wrong. */
export async function readOptions(argv: readonly string[]): Promise<Options> {
  const values = parse(argv);
  const past = await pastOf(values.signal);
  return {
    past,
    values: {
      ...Object.fromEntries((values.input ?? []).map((pair) => inputOf(past, pair))),
      days: values.days,
      time_zone: values['time-zone'],
    },
    json: values.json === true,
    sandbox: values.sandbox === true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        signal: { type: 'string' },
        days: { type: 'string' },
        'time-zone': { type: 'string' },
        input: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        sandbox: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = String((error as Error).message).split(/[.\n]/)[0] ?? '';
    throw new InvalidInputError('Command line', reason, USAGE);
  }
}

async function pastOf(signal: string | undefined): Promise<Past> {
  const known = pasts.map((past) => past.signal);
  const choice = `Choose ${known.join(', ')}.`;
  if (signal === undefined) throw new InvalidInputError('--signal', 'is missing', `${choice} ${USAGE}`);
  const past = pasts.find((each) => each.signal === signal);
  if (past !== undefined) return past;
  const none = noPast[signal];
  if (none !== undefined)
    throw new InvalidInputError('--signal', `${signal} cannot be counted: ${none.reason}`, none.fix);
  const others = [...(await allSignals()).map(({ name }) => name), ...demos.map((demo) => demo.signal)];
  if (others.includes(signal))
    throw new InvalidInputError('--signal', `${signal} has nothing in its past to count by`, choice);
  throw new InvalidInputError('--signal', `there is no signal "${signal}"`, choice);
}

function inputOf(past: Past, pair: string): readonly [key: string, value: string] {
  const [key = '', ...rest] = pair.split('=');
  const keys = past.inputs.map((input) => input.key);
  if (rest.length === 0)
    throw new InvalidInputError(
      '--input',
      `"${pair}" has no value`,
      'Write it like --input stages="Closed Won".',
    );
  if (keys.includes(key)) return [key, rest.join('=')];
  throw new InvalidInputError(
    '--input',
    `${past.signal} has no input "${key}"`,
    `It has ${keys.join(', ')}.`,
  );
}

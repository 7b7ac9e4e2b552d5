import { parseArguments } from '../../shared/command/parse-arguments.ts';
import { InvalidInputError } from '../../shared/error.ts';
import * as operations from '../../shared/operation/operations.ts';
import { signalsOf } from '../../shared/set-up/uses.ts';
import { guarded } from '../salesforce/package/security.ts';

/** How changes are noticed. */
export const ways = ['poll', 'replay', 'push'] as const;
export type Way = (typeof ways)[number];

/** What the command line asks for. */
export interface Options {
  readonly signals: readonly string[];
  readonly ways: readonly Way[];
  /** The objects that Dealwire may look at, as `setup:salesforce` has them. */
  readonly objects: readonly string[];
  /** Fields of the org's own that Dealwire shows, such as `Opportunity.ARR__c`. */
  readonly fields: readonly string[];
  /** Ids of the channels that messages go to. */
  readonly channels: readonly string[];
  /** Minutes between two polls. */
  readonly interval: number;
  /** Open a room and archive it, to see whether the workspace lets the bot. */
  readonly tryRoom: boolean;
  readonly json: boolean;
  /** Look at the stand-ins on this machine. */
  readonly sandbox: boolean;
  /** What is wrong there; empty where it was not named. */
  readonly fault?: string;
}

const LISTS = ['signals', 'ways', 'objects', 'fields', 'channels'] as const;
const USAGE =
  'npm run doctor -- [--signals deal-room,…] [--ways poll,replay,push] [--fields Opportunity.ARR__c,…] [--objects …] [--channels C0123ABCD,…] [--interval 15] [--try-room] [--json], or npm run doctor -- --sandbox [--fault NAME]';
const SECRET_FIX =
  'Every process of this machine can read arguments, and the shell keeps them: revoke it if it was real. Set the environment variables that blueprints/SETUP.md names.';

/** The signals that can be checked for. */
export const signalNames = signalsOf(operations).map(([name]) => name);

/** Reads the arguments. Throws InvalidInputError, which repeats no value that could be a token. */
export function readOptions(argv: readonly string[]): Options {
  const { texts, switches } = parseArguments(argv, {
    texts: [...LISTS, 'interval'],
    switches: ['try-room', 'json', 'sandbox'],
    bare: ['fault'],
    usage: USAGE,
    secretFix: SECRET_FIX,
  });
  const list = (name: (typeof LISTS)[number]) =>
    texts
      .get(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return {
    signals: among('--signals', list('signals'), signalNames) ?? signalNames,
    ways: among('--ways', list('ways'), ways) ?? ['poll'],
    objects: among('--objects', list('objects'), guarded) ?? guarded,
    fields: formed('--fields', list('fields') ?? [], /^[A-Z]\w*\.\w+$/i, 'Opportunity.ARR__c'),
    channels: formed('--channels', list('channels') ?? [], /^[CG][A-Z0-9]{5,20}$/, 'C0123ABCD'),
    interval: minutes(texts.get('interval')),
    tryRoom: switches.has('try-room'),
    json: switches.has('json'),
    sandbox: switches.has('sandbox'),
    ...(texts.has('fault') && { fault: texts.get('fault') ?? '' }),
  };
}

function among<T extends string>(
  option: string,
  values: readonly string[] | undefined,
  known: readonly T[],
): readonly T[] | undefined {
  const unknown = values?.filter((value) => !known.some((each) => each === value)) ?? [];
  if (unknown.length === 0) return values as readonly T[] | undefined;
  throw new InvalidInputError(option, `${unknown.join(', ')} is unknown`, `Choose from ${known.join(', ')}.`);
}

function formed(option: string, values: readonly string[], form: RegExp, example: string): readonly string[] {
  const wrong = values.find((value) => !form.test(value));
  if (wrong === undefined) return values;
  throw new InvalidInputError(option, `"${wrong}" has the wrong form`, `Write it like ${example}.`);
}

function minutes(text = '15'): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1440) return value;
  throw new InvalidInputError(
    '--interval',
    `"${text}" is no count of minutes`,
    'Give a number from 1 to 1440.',
  );
}

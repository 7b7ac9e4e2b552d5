import { parseArgs } from 'node:util';
import { InvalidInputError } from '../error.ts';

/** What a command takes. */
export interface Declared {
  /** Options with a value. */
  readonly texts: readonly string[];
  readonly switches: readonly string[];
  /** Options whose value may be left out; it is then empty. */
  readonly bare?: readonly string[];
  /** How the command is called. */
  readonly usage: string;
  /** What to do when a secret was given as an argument, which other processes can read. */
  readonly secretFix: string;
}

/** The arguments that were given. */
export interface Given {
  readonly texts: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

const SECRET = /key|token|secret|password|auth/i;

/** Reads the arguments of a command. Throws InvalidInputError, which never repeats a value: it could be a secret. */
export function parseArguments(argv: readonly string[], declared: Declared): Given {
  const { usage, secretFix, bare = [] } = declared;
  const texts = new Map<string, string>();
  const switches = new Set<string>();
  const options = Object.fromEntries([
    ...[...declared.texts, ...bare].map((name) => [name, { type: 'string' as const }]),
    ...declared.switches.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  for (const token of parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new InvalidInputError(
        'Arguments',
        'one has no name; a key is never an argument',
        `${secretFix} ${usage}`,
      );
    if (declared.switches.includes(token.name)) switches.add(token.name);
    else if (bare.includes(token.name)) texts.set(token.name, token.value ?? '');
    else if (SECRET.test(token.name))
      throw new InvalidInputError(token.rawName, 'a key or secret is never an argument', secretFix);
    else if (!declared.texts.includes(token.name))
      throw new InvalidInputError(token.rawName, 'is unknown', usage);
    else if (!token.value) throw new InvalidInputError(token.rawName, 'needs a value', usage);
    else texts.set(token.name, token.value);
  }
  return { texts, switches };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { examine } from '../../../blueprints/doctor/examine.ts';
import { fromEnvironment } from '../../../blueprints/doctor/from-environment.ts';
import { runDoctor } from '../../../blueprints/doctor/run-doctor.ts';
import { InvalidInputError } from '../../../shared/error.ts';
import { faultCalled } from './faults.ts';
import { examineInSandbox } from './run-in-sandbox.ts';

/** All that the command touches. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  print(text: string): void;
  complain(text: string): void;
}

/**
 * Looks at the connection whose tokens are in the environment, or with `--sandbox` at the sample org and workspace on this
 * machine, with `--fault` one thing wrong there. Answers the exit code.
 */
export function runCommand({ environment, ...surroundings }: Surroundings): Promise<number> {
  const { isSandbox, fault } = chosen(surroundings.arguments);
  return runDoctor({
    ...surroundings,
    more: { sandbox: 'boolean', fault: 'string' },
    look: async (options) => {
      if (isSandbox) return examineInSandbox(options, fault && faultCalled(fault.name));
      if (fault !== undefined)
        throw new InvalidInputError('--fault', 'only the sandbox has faults', 'Add --sandbox.');
      const time = { now: Date.now, sleep: (milliseconds: number) => sleep(milliseconds) };
      return examine(fromEnvironment(environment), options, time);
    },
  });
}

function chosen(argv: readonly string[]) {
  const options = { sandbox: { type: 'boolean' }, fault: { type: 'string' } } as const;
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const named = (name: string) =>
    tokens.flatMap((token) => (token.kind === 'option' && token.name === name ? [token] : []));
  const [fault] = named('fault');
  return {
    isSandbox: named('sandbox').length > 0,
    fault: fault && { name: fault.value },
  };
}

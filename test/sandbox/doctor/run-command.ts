import { setTimeout as sleep } from 'node:timers/promises';
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
  return runDoctor({
    ...surroundings,
    look: async (options) => {
      const { sandbox, fault } = options;
      if (sandbox) return examineInSandbox(options, fault === undefined ? undefined : faultCalled(fault));
      if (fault !== undefined)
        throw new InvalidInputError('--fault', 'only the sandbox has faults', 'Add --sandbox.');
      const time = { now: Date.now, sleep: (milliseconds: number) => sleep(milliseconds) };
      return examine(fromEnvironment(environment), options, time);
    },
  });
}

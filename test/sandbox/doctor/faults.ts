import { InvalidInputError } from '../../../shared/error.ts';
import type { Fault } from './fault.ts';
import { salesforceFaults } from './salesforce-faults.ts';
import { slackFaults } from './slack-faults.ts';

/** Every fault that the stand-ins can be switched to and the doctor finds. */
export const faults: readonly Fault[] = [...salesforceFaults, ...slackFaults];

/** The fault of a name. Throws InvalidInputError that lists them all. */
export function faultCalled(name: string | undefined): Fault {
  const found = faults.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  const width = Math.max(...faults.map((fault) => fault.name.length));
  const list = faults.map((fault) => `  ${fault.name.padEnd(width)}  ${fault.what}`).join('\n');
  throw new InvalidInputError(
    '--fault',
    name === undefined || name === '' ? 'names no fault' : `there is no fault "${name}"`,
    `Choose one:\n${list}`,
  );
}

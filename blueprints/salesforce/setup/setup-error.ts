import { CommandError } from '../../../shared/command/command-error.ts';

/** Why the set-up ended. */
export class SetupError extends CommandError {}

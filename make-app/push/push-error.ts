import { CommandError } from '../../shared/command/command-error.ts';

/** Why a push ended. */
export class PushError extends CommandError {}

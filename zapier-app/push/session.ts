import type { Terminal } from '../../shared/command/ask-unseen.ts';
import type { Options } from './options.ts';
import type { ZapierCli } from './zapier-cli.ts';

/** All that one push works with. */
export interface PushSession {
  readonly cli: ZapierCli;
  /** The folder of the integration. */
  readonly folder: string;
  readonly options: Options;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where a setting can be typed. */
  readonly terminal: Terminal;
  /** Validates and builds the package in the folder. Throws with what was refused. */
  readonly build: (folder: string) => Promise<string>;
  /** Tells a person how far the push is. */
  tell(line: string): void;
}

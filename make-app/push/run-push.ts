import { Make } from '@makehq/sdk';
import { DealwireError, InvalidInputError } from '../../shared/error.ts';
import { readApiKey, type Terminal } from './api-key.ts';
import { fileMemory } from './memory.ts';
import { readOptions } from './options.ts';
import { originOf } from './origin.ts';
import { pushApp } from './push-app.ts';
import { PushError } from './push-error.ts';
import type { ConnectionSecrets, PushSession } from './push-session.ts';
import { readLocalApp } from './read-local-app.ts';
import { reportJson, reportText } from './report.ts';

/** All that the command touches. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The generated app. */
  readonly folder: string;
  /** Where the names Make gave are remembered. */
  readonly memoryFile: string;
  /** Where the key is asked for, when the environment has none; progress and errors go to its output. */
  readonly terminal: Terminal;
  /** Takes the result. */
  print(text: string): void;
  /** Milliseconds before the first repetition of a call that Make asked to repeat later. */
  readonly retryDelay: number;
}

/** Runs the command. Answers its exit code, 0 or 1. */
export async function runPush(surroundings: Surroundings): Promise<number> {
  const { terminal, print } = surroundings;
  const tell = (line: string) => void terminal.output.write(`${line}\n`);
  try {
    print(await push(surroundings, tell));
    return 0;
  } catch (error) {
    if (!(error instanceof PushError || error instanceof DealwireError)) throw error;
    tell(`${error.message}\n${error.fix}`);
    return 1;
  }
}

async function push(surroundings: Surroundings, tell: (line: string) => void): Promise<string> {
  const { environment, folder, memoryFile, terminal, retryDelay } = surroundings;
  const options = readOptions(surroundings.arguments);
  const { host, protocol } = originOf(options.zone, environment.DEALWIRE_MAKE_URL);
  const connectionSecrets = connectionSecretsOf(environment);
  const local = readLocalApp(folder);
  const key = await readApiKey(environment.MAKE_API_KEY, terminal);
  const make = new Make(key, host, {
    retry: { onRateLimit: true, maxRetries: 7, baseDelay: retryDelay, maxDelay: 60 * retryDelay },
  });
  make.protocol = protocol;
  const session: PushSession = {
    make,
    host,
    memory: fileMemory(memoryFile),
    dryRun: options.dryRun,
    connectionSecrets,
    secrets: [key, ...Object.values(connectionSecrets ?? {})],
    outcome: { created: [], changed: [], unchanged: [] },
    tell,
  };
  const address = await pushApp(session, local, options);
  const report = options.json ? reportJson : reportText;
  return report(address, session.outcome, options.dryRun);
}

function connectionSecretsOf(environment: Surroundings['environment']): ConnectionSecrets | undefined {
  const { SALESFORCE_CLIENT_ID: clientId = '', SALESFORCE_CLIENT_SECRET: clientSecret = '' } = environment;
  if (clientId === '' && clientSecret === '') return undefined;
  if (clientId !== '' && clientSecret !== '') return { clientId, clientSecret };
  throw new InvalidInputError(
    clientId === '' ? 'SALESFORCE_CLIENT_ID' : 'SALESFORCE_CLIENT_SECRET',
    'is not set, but the other half is',
    'Set both (the consumer key and secret of the External Client App), or neither: then each connection asks for them.',
  );
}

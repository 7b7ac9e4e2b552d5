import { MakeError } from '@makehq/sdk';
import { PushError } from './push-error.ts';

const AGAIN = 'Run the same command again: it compares first and goes on where this run stopped.';
const SCOPES =
  'Give the key the scopes sdk-apps:read and sdk-apps:write (Profile > API access); if it has them, the app belongs to somebody else: push with the key of its owner, or into an app of your own.';
const NO_HOST = ['ENOTFOUND', 'EAI_AGAIN'];

/** What went on when a call failed. */
export interface Doing {
  /** Such as `sending module/openDealRoom/api`. */
  readonly what: string;
  /** The file that was being sent. */
  readonly file: string | undefined;
  readonly host: string;
  /** Removed from what Make says. */
  readonly secrets: readonly string[];
}

/** The PushError for what the SDK threw; a PushError stays as it is. */
export function explainProblem(error: unknown, doing: Doing): PushError {
  if (error instanceof PushError) return error;
  if (error instanceof MakeError) return answered(error, doing);
  const code = networkCode(error);
  if (code !== undefined && NO_HOST.includes(code))
    return new PushError(
      `${doing.host} was not found (${code}) while ${doing.what}.`,
      'Check the network of this machine and the name of the zone, then run the same command again.',
    );
  if (code !== undefined)
    return new PushError(`The connection to ${doing.host} broke (${code}) while ${doing.what}.`, AGAIN);
  return new PushError(
    `${doing.host} did not answer as Make does while ${doing.what}.`,
    'Check that no proxy or sign-in page of your network answers in its place.',
  );
}

function answered({ statusCode: status = 0, message }: MakeError, doing: Doing): PushError {
  const { what, file, host } = doing;
  const said = shown(message, doing.secrets);
  if (status === 401)
    return new PushError(
      `Make does not accept the API key in the zone ${host} (401) while ${what}.`,
      'Check MAKE_API_KEY: a key works only in the zone whose address bar you made it under, and only until it is deleted.',
    );
  if (status === 403) return new PushError(`Make forbids ${what} (403): ${said}.`, SCOPES);
  if (status === 404)
    return new PushError(
      `Make knows nothing of what was needed for ${what} (404): ${said}.`,
      'Somebody may have deleted it meanwhile. Run the same command again.',
    );
  if (status === 429)
    return new PushError(
      `The organization's allowance of API requests was used up for minutes while ${what} (429).`,
      `Wait a minute, and let other users of the API pause. ${AGAIN}`,
    );
  if (status >= 500) return new PushError(`Make failed while ${what} (${status}): ${said}.`, AGAIN);
  return new PushError(
    `Make refuses ${what} (${status}): ${said}.`,
    file === undefined ? AGAIN : `Correct what makes ${file}, build the app folder again, and push.`,
  );
}

/** What Make says, on one line, short, and without secrets. */
function shown(message: string, secrets: readonly string[]): string {
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, '(secret)'), message);
  return clean
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)
    .replace(/\.$/, '');
}

/** The code of a failed connection, below what fetch throws. */
function networkCode(error: unknown): string | undefined {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as Error).cause)
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return undefined;
}

import { askUnseen, type Terminal } from '../../shared/command/ask-unseen.ts';
import { PushError } from './push-error.ts';

export type { Terminal };

const FIX =
  'Make one in Make (Profile > API access > Add token, scopes sdk-apps:read and sdk-apps:write) and set the environment variable MAKE_API_KEY, or run in a terminal and type it when asked.';

/** The API key of Make: `given` from the environment, else typed unseen. Throws PushError when there is none. */
export async function readApiKey(given: string | undefined, terminal: Terminal): Promise<string> {
  const key = (given || (await askUnseen(terminal, 'API key of Make'))).trim();
  if (key === '') throw new PushError('There is no API key of Make.', FIX);
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new PushError('The API key of Make holds characters that no key has.', FIX);
  return key;
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { PushError } from './push-error.ts';

/** Where a key can be typed: both sides must be a terminal. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

const FIX =
  'Make one in Make (Profile > API access > Add token, scopes sdk-apps:read and sdk-apps:write) and set the environment variable MAKE_API_KEY, or run in a terminal and type it when asked.';

/** The API key of Make: `given` from the environment, else typed unseen. Throws PushError when there is none. */
export async function readApiKey(given: string | undefined, terminal: Terminal): Promise<string> {
  const key = (given || (await ask(terminal))).trim();
  if (key === '') throw new PushError('There is no API key of Make.', FIX);
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new PushError('The API key of Make holds characters that no key has.', FIX);
  return key;
}

async function ask({ input, output }: Terminal): Promise<string> {
  if (input.isTTY !== true || output.isTTY !== true) return '';
  output.write('API key of Make (not shown): ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: true, historySize: 0 });
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    return await Promise.race([lines.question(''), closed]);
  } finally {
    lines.close();
    output.write('\n');
  }
}

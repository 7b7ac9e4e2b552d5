import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Where a secret can be typed: both sides must be a terminal. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Asks for a text that is not shown while it is typed. Answers the empty text where there is no terminal. */
export async function askUnseen({ input, output }: Terminal, what: string): Promise<string> {
  if (input.isTTY !== true || output.isTTY !== true) return '';
  output.write(`${what} (not shown): `);
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

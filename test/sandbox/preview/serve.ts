import { InvalidInputError } from '../../../shared/error.ts';
import { openBrowser } from './open-browser.ts';
import { startPreview } from './preview.ts';

/** What `npm start` may be told about the page. */
export interface PageOptions {
  readonly port?: string;
  readonly 'no-open'?: boolean;
}

/** Serves the page until the process is ended; opens a browser on a terminal. Throws PortError and InvalidInputError. */
export async function servePage({ port, ...options }: PageOptions, isTerminal: boolean): Promise<void> {
  const { url, warmUp } = await startPreview(port === undefined ? {} : { port: portOf(port) });
  process.stdout.write(`The preview is at ${url}\nPress Ctrl+C to stop it.\n`);
  if (isTerminal && options['no-open'] !== true) openBrowser(url);
  await warmUp();
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new InvalidInputError(
    '--port',
    `"${text}" is not a port`,
    'Choose a number from 1 to 65535, such as 4173.',
  );
}

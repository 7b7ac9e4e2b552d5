import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { PushError } from './push-error.ts';

/** What a push remembers of an app: the names Make gave, by local id, and the digest of the icon it sent. */
export interface Remembered {
  readonly name: string;
  readonly version: number;
  readonly connection: Readonly<Record<string, string>>;
  readonly webhook: Readonly<Record<string, string>>;
  readonly icon?: string;
}

/** The apps of earlier pushes, one per host. */
export interface Memory {
  recall(host: string): Remembered | undefined;
  remember(host: string, app: Remembered): void;
}

/** A memory in a JSON file, written whole or not at all. Reading throws PushError for a file that holds no JSON object. */
export function fileMemory(file: string): Memory {
  const all = (): Record<string, Remembered> => {
    if (!existsSync(file)) return {};
    try {
      const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof read === 'object' && read !== null) return read as Record<string, Remembered>;
    } catch {}
    throw new PushError(
      `${file} cannot be read: it holds no JSON object.`,
      'Delete it, and name the app once with --app.',
    );
  };
  return {
    recall: (host) => all()[host],
    remember: (host, app) => {
      const next = `${file}.next`;
      writeFileSync(next, `${JSON.stringify({ ...all(), [host]: app }, null, 2)}\n`);
      renameSync(next, file);
    },
  };
}

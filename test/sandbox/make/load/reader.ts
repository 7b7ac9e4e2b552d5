import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RefusalId } from '../refusals.ts';
import { validate } from '../schema/validators.ts';
import type { Code } from './code.ts';
import { parseImlJson } from './imljson.ts';
import { type Problem, refusalProblem } from './problem.ts';

/** Gives the text of a file of an app, by its path inside the app folder, or undefined. */
export type AppSource = (file: string) => string | undefined;

/** The files of a folder. */
export function folderSource(folder: string): AppSource {
  return (file) => {
    const full = path.join(folder, file);
    return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
  };
}

/** Reads code files and keeps what is wrong with them. */
export interface Reader {
  readonly problems: Problem[];
  /** Reads and judges a code file; `absent` is what Make takes when there is none. A bad file reads as absent too. */
  code<T>(file: string | null | undefined, schema: string, absent: T, owner: string): Code<T>;
  /** Looks for problems in a file that was read, unless the app is known to be sound. */
  find(problems: () => readonly Problem[]): void;
  refuse(id: RefusalId, file: string, path: string): void;
}

/** A reader of an app; of one known to be sound it judges nothing but that the files are there and are JSON. */
export function createReader(source: AppSource, sound = false): Reader {
  const problems: Problem[] = [];
  const report = (file: string, reason: string) => void problems.push({ file, path: '', reason });
  return {
    problems,
    find: (more) => void (sound || problems.push(...more())),
    refuse: (id, file, at) => void problems.push(refusalProblem(id, file, at)),
    code: <T>(file: string | null | undefined, schema: string, absent: T, owner: string): Code<T> => {
      if (file === null || file === undefined) return { file: `${owner} (absent)`, json: absent };
      const text = source(file);
      if (text === undefined) {
        report(file, `does not exist, but ${owner} names it. Write it or correct the path.`);
        return { file, json: absent };
      }
      try {
        const json = parseImlJson(text, file);
        const findings = sound ? [] : validate(schema, json).map((finding) => ({ file, ...finding }));
        problems.push(...findings);
        return { file, json: findings.length > 0 ? absent : (json as T) };
      } catch (error) {
        report(file, (error as Error).message);
        return { file, json: absent };
      }
    },
  };
}

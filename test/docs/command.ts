import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PROJECT } from './document.ts';

/** One command of a line: what it starts with, and its words. */
export interface Command {
  readonly line: string;
  readonly words: readonly string[];
}

/** The commands of a shell block or of a piece of code: lines are joined and comments left out, `&&` and pipes part commands. */
export function commandsIn(code: string): readonly Command[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/\s*(?:&&|\|)\s*/))
    .map((line) => line.replace(/^\(|\)$/g, ''))
    .map((line) => ({ line, words: wordsOf(line) }));
}

function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}

const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Commands of npm itself that a document may show. */
const OF_NPM = new Set(['ci', 'install']);
/** Options that npm takes before the script's own. */
const OPTIONS_OF_NPM = new Set(['--silent', '-s']);

/** What is wrong with a command of npm: a script or an option that is not there, a path that leads nowhere. */
export function problemOf({ words }: Command): string | undefined {
  const [, verb = '', ...rest] = words;
  if (OF_NPM.has(verb)) return undefined;
  const [script = '', ...given] = verb === 'run' ? rest.filter(isNoOptionOfNpm) : [verb, ...rest];
  const run = scripts[script];
  if (run === undefined) return `package.json has no script "${script}"`;
  const [before, own] = split(given);
  const strange = before.find((word) => isNoOptionOfNpm(word) && word !== '>');
  if (strange !== undefined) return `npm keeps "${strange}" to itself: it must stand behind --`;
  const known = sourceOf(run);
  const unknown = own
    .flatMap((word) => /^--([\w-]+)/.exec(word)?.[1] ?? [])
    .find((option) => known !== undefined && !new RegExp(`(?<![\\w-])${option}(?![\\w-])`).test(known));
  if (unknown !== undefined) return `${script} knows no option --${unknown}`;
  const missing = own.find(
    (word) =>
      /^(test|blueprints|shared|make-app|zapier-app)\//.test(word) && !existsSync(join(PROJECT, word)),
  );
  return missing === undefined ? undefined : `there is no ${missing}`;
}

function isNoOptionOfNpm(word: string): boolean {
  return !OPTIONS_OF_NPM.has(word);
}

function split(words: readonly string[]): readonly [readonly string[], readonly string[]] {
  const at = words.indexOf('--');
  return at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
}

/**
 * The source of what a script runs: its file's folder, and the options that files there take from elsewhere; undefined for a
 * tool that is not ours.
 */
function sourceOf(run: string): string | undefined {
  const entry = run.split(' ').find((word) => word.endsWith('.ts'));
  if (entry === undefined) return undefined;
  const folder = join(PROJECT, dirname(entry));
  const source = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const options = [...source.matchAll(/from '(\.[^']*\/options\.ts)'/g)].map(([, path = '']) =>
    readFileSync(resolve(folder, path), 'utf8'),
  );
  return [source, ...options].join('\n');
}

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, it } from '@jest/globals';
import { commandsIn, problemOf } from './command.ts';
import { type Block, type Document, documents, PROJECT } from './document.ts';
import { NOT_RUN_HERE, RUN_HERE } from './verified.ts';

const run = promisify(execFile);
const all = documents();

interface Placed {
  readonly document: Document;
  readonly path: string;
  readonly block: Block;
  /** The block right before it. */
  readonly before: Block | undefined;
}

const blocks = all.flatMap((document) =>
  document.blocks.map(
    (block, at): Placed => ({ document, path: document.path, block, before: document.blocks[at - 1] }),
  ),
);
const inLanguage = (...languages: readonly string[]) =>
  blocks.filter(({ block }) => languages.includes(block.language));
const where = ({ path, block }: Placed) => `${path}: ${block.code.split('\n')[0]}`;

it('Every code block is in a language that is checked here', () => {
  const known = ['sh', 'ts', 'json', 'text', 'mermaid'];
  expect(blocks.filter(({ block }) => !known.includes(block.language)).map(where)).toEqual([]);
});

it('Every command in a block, and every command of npm in a text, is there with its options and files', () => {
  const commands = [
    ...inLanguage('sh').flatMap(({ path, block }) => commandsIn(block.code).map((each) => ({ path, each }))),
    ...all.flatMap(({ path, spans }) =>
      spans
        .filter((span) => /^npm (run|test|start|ci)\b/.test(span) && !/ [A-Z]+$/.test(span))
        .flatMap((span) => commandsIn(span).map((each) => ({ path, each }))),
    ),
  ];
  expect(commands.length).toBeGreaterThan(20);
  const problems = commands.flatMap(({ path, each }) => {
    const problem = each.words[0] === 'npm' && !/--global/.test(each.line) ? problemOf(each) : undefined;
    return problem === undefined ? [] : [`${path}: ${each.line}: ${problem}`];
  });
  expect(problems).toEqual([]);
});

it('Every command in a block is run here, or it is said why not', () => {
  const unknown = inLanguage('sh').flatMap(({ path, block }) =>
    commandsIn(block.code)
      .map(({ line }) => line)
      .filter((line) => !isRunHere(line) && !NOT_RUN_HERE.some(([command]) => command.test(line)))
      .map((line) => `${path}: ${line}`),
  );
  expect(unknown).toEqual([]);
});

function isRunHere(line: string): boolean {
  return RUN_HERE.some((command) => command.test(line));
}

/** What commands print, each run once. */
const printed = new Map<string, Promise<string>>();

function outputOf(line: string): Promise<string> {
  const known = printed.get(line) ?? start(line);
  printed.set(line, known);
  return known;
}

async function start(line: string): Promise<string> {
  const quiet = line.replace(/^npm run /, 'npm run --silent ');
  const { stdout } = await run('bash', ['-c', quiet], { cwd: PROJECT, maxBuffer: 1e7 });
  return stripVTControlCharacters(stdout);
}

const runnable = [
  ...new Set(inLanguage('sh').flatMap(({ block }) => commandsIn(block.code).map(({ line }) => line))),
].filter(isRunHere);
// All at once, before the tests that wait for them.
for (const line of runnable) outputOf(line).catch(() => undefined);

it.each(runnable)('`%s` ends well and prints something', async (line) => {
  expect((await outputOf(line)).length).toBeGreaterThan(50);
});

it('Every block of text is what the command in the block before it prints, with … for what is left out', async () => {
  for (const placed of inLanguage('text')) {
    const { block, before } = placed;
    const [{ line } = { line: '' }] = commandsIn(before?.language === 'sh' ? before.code : '');
    expect([where(placed), isRunHere(line)]).toEqual([where(placed), true]);
    const output = await outputOf(line);
    let from = 0;
    for (const piece of block.code.split(/^ *…\n?/m).map((text) => text.trimEnd())) {
      expect(output.slice(from)).toContain(piece);
      from = output.indexOf(piece, from) + piece.length;
    }
  }
});

it('Every block of JSON can be read', () => {
  for (const { block } of inLanguage('json')) expect(() => JSON.parse(block.code)).not.toThrow();
});

it('Every diagram is written by a script', () => {
  expect(
    inLanguage('mermaid')
      .filter(({ block }) => !block.isGenerated)
      .map(where),
  ).toEqual([]);
});

const EXAMPLES = join(import.meta.dirname, 'example');
const examples = readdirSync(EXAMPLES).map((name) => ({
  name,
  text: bare(readFileSync(join(EXAMPLES, name), 'utf8'), EXAMPLES),
}));

/** Code without layout, with imports from the project's folder, so that it reads the same wherever it stands. */
function bare(code: string, folder: string): string {
  return code
    .replaceAll(
      /from '(\.[^']*)'/g,
      (_, path: string) => `from '${relative(PROJECT, resolve(folder, path))}'`,
    )
    .replaceAll(/\s/g, '')
    .replaceAll(/,([)\]}])/g, '$1');
}

it.each(
  inLanguage('ts').map((placed) => [where(placed), placed] as const),
)('%s stands in a file of test/docs/example, which the compiler checks', (_, { document, block }) => {
  const code = bare(block.code, document.folder);
  expect(examples.filter(({ text }) => text.includes(code)).map(({ name }) => name)).toHaveLength(1);
});

it('Every file of test/docs/example is shown in a document', () => {
  const shown = inLanguage('ts').map(({ document, block }) => bare(block.code, document.folder));
  expect(examples.filter(({ text }) => !shown.some((code) => text.includes(code)))).toEqual([]);
});

/** A line whose comment says what it yields. */
const YIELDS = /^(?!const |let |import |await |return )([^/]+); \/\/ ('.*'|\{.*\}|\[.*\]|-?\d+)$/;

it.each(
  inLanguage('ts')
    .filter(({ block }) => block.code.split('\n').some((line) => YIELDS.test(line)))
    .map((placed) => [where(placed), placed] as const),
)('%s yields what its comments say', async (_, { document, block }) => {
  const code = block.code
    .replaceAll(/from '(\.[^']*)'/g, (_, path: string) => `from '${resolve(document.folder, path)}'`)
    .split('\n')
    .map((line) => line.replace(YIELDS, (_, expression, result) => `deepEqual(${expression}, ${result});`))
    .join('\n');
  const script = `import { deepEqual } from 'node:assert/strict';\n${code}\n`;
  const options = [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module-typescript',
    '--eval',
    script,
  ];
  await run(process.execPath, options, { cwd: PROJECT });
});

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Document, documents, PROJECT, takeApart } from './document.ts';

const all = documents();
const byPath = new Map(all.map((document) => [document.path, document]));

/** What is wrong with a link of a document; undefined when it leads somewhere. */
function problemOf(document: Document, link: string): string | undefined {
  if (/^(https|mailto):/.test(link)) return undefined;
  if (/^[a-z]+:/.test(link)) return 'it is neither https nor a file of the project';
  const [file = '', anchor] = decodeURI(link).split('#');
  const path = file === '' ? document.path : relative(PROJECT, join(document.folder, file));
  if (path.startsWith('..')) return 'it leads out of the project';
  if (!existsSync(join(PROJECT, path))) return `there is no ${path}`;
  if (anchor === undefined) return undefined;
  const target = byPath.get(path);
  if (target === undefined) return `${path} has no headings to lead to`;
  return target.anchors.has(anchor) ? undefined : `${path} has no heading "#${anchor}"`;
}

/** Files that a guide tells people to write, which are not there. */
const TO_BE_WRITTEN = new Set(['language/node/initials.ts']);

/** Whether a piece of code in a text is the path of a file, from the document's folder or the project's; `dist` is built. */
function isPath(span: string): boolean {
  if (TO_BE_WRITTEN.has(span) || span.startsWith('dist/')) return false;
  return /^[\w.-]+(\/[\w.-]+)+\.(ts|js|json|md)$/.test(span);
}

describe.each(all)('$path', (document) => {
  it('leads nowhere that is not there, by links and pictures', () => {
    const problems = document.links.flatMap((link) => {
      const problem = problemOf(document, link);
      return problem === undefined ? [] : [`${link}: ${problem}`];
    });
    expect(problems).toEqual([]);
  });

  it('names no file that is not there', () => {
    const missing = document.spans
      .filter(isPath)
      .filter((span) => ![document.folder, PROJECT].some((folder) => existsSync(join(folder, span))));
    expect(missing).toEqual([]);
  });
});

it('A link is checked with its heading, as GitHub makes anchors of them', () => {
  const document = takeApart('README.md', '# One `two` & *three*\n\n## Again\n\n## Again\n');
  expect([...document.anchors]).toEqual(['one-two--three', 'again', 'again-1']);
  expect(problemOf(document, 'shared/README.md#the-language')).toBeUndefined();
  expect(problemOf(document, 'shared/README.md#no-such')).toBe('shared/README.md has no heading "#no-such"');
  expect(problemOf(document, 'nowhere.png')).toBe('there is no nowhere.png');
  expect(problemOf(document, '../elsewhere.md')).toBe('it leads out of the project');
  expect(problemOf(document, 'http://example.com')).toBe('it is neither https nor a file of the project');
  expect(problemOf(document, 'LICENSE#mit')).toBe('LICENSE has no headings to lead to');
});

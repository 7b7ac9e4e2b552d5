import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { lexer, type Token, type Tokens, walkTokens } from 'marked';

export const PROJECT = join(import.meta.dirname, '..', '..');

/** A fenced block of code. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** It stands between marks, where a script writes it. */
  readonly isGenerated: boolean;
}

/** A Markdown file of the project, taken apart. */
export interface Document {
  /** From the project's folder. */
  readonly path: string;
  /** The folder it is in, as an absolute path. */
  readonly folder: string;
  readonly blocks: readonly Block[];
  /** The targets of links and pictures. */
  readonly links: readonly string[];
  /** What an address can end in to reach a place in it. */
  readonly anchors: ReadonlySet<string>;
  /** Short pieces of code in the text. */
  readonly spans: readonly string[];
}

/** Every Markdown file that belongs to the project, new ones too. */
export function documents(): readonly Document[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'],
    {
      cwd: PROJECT,
      encoding: 'utf8',
    },
  );
  return [...new Set(listed.split('\0').filter(Boolean))]
    .sort()
    .map((path) => takeApart(path, readFileSync(join(PROJECT, path), 'utf8')));
}

/** Takes a Markdown text apart; `path` is where it lies in the project. */
export function takeApart(path: string, text: string): Document {
  const blocks: Block[] = [];
  const links: string[] = [];
  const headings: string[] = [];
  const spans: string[] = [];
  const marks: string[] = [];
  const note = (token: Token) => {
    if (token.type === 'code') {
      const { lang = '', text: code } = token as Tokens.Code;
      blocks.push({ language: lang.split(' ')[0] ?? '', code, isGenerated: marks.length > 0 });
    }
    if (token.type === 'link' || token.type === 'image') links.push((token as Tokens.Link).href);
    if (token.type === 'heading') headings.push(plain((token as Tokens.Heading).tokens));
    if (token.type === 'codespan') spans.push((token as Tokens.Codespan).text);
    if (token.type === 'html') {
      for (const [, closing, name = ''] of token.raw.matchAll(/<!-- (\/?)([\w-]+) -->/g))
        if (closing === '/') marks.splice(marks.lastIndexOf(name), 1);
        else marks.push(name);
      for (const [, target = ''] of token.raw.matchAll(/\b(?:href|src)="([^"]*)"/g)) links.push(target);
    }
  };
  walkTokens(lexer(text), note);
  const slugger = new GithubSlugger();
  return {
    path,
    folder: dirname(join(PROJECT, path)),
    blocks,
    links,
    anchors: new Set(headings.map((heading) => slugger.slug(heading))),
    spans,
  };
}

/** The text of a heading as people read it. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plain(token.tokens) : 'text' in token ? String(token.text) : '',
    )
    .join('');
}

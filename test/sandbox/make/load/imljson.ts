import jsonc from 'jsonc-parser';
import { MakeAppError } from '../error.ts';

/** Reads JSON, with comments unless it is `plain`; throws MakeAppError with file, line and column of the first mistake. */
export function parseImlJson(
  text: string,
  file: string,
  comments: 'commented' | 'plain' = 'commented',
): unknown {
  const mistakes: jsonc.ParseError[] = [];
  const value: unknown = jsonc.parse(text, mistakes, { disallowComments: comments === 'plain' });
  const [first] = mistakes;
  if (first === undefined) return value;
  const before = text.slice(0, first.offset).split('\n');
  const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  throw new MakeAppError(`${place}: ${jsonc.printParseErrorCode(first.error)}. Correct the JSON there.`);
}

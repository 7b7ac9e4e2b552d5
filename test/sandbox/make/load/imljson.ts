import jsonc from 'jsonc-parser';
import { findJsonMistake } from '../../json-mistake.ts';
import { MakeAppError } from '../error.ts';

/** Reads JSON, with comments unless it is `plain`; throws MakeAppError with file, line and column of the first mistake. */
export function parseImlJson(
  text: string,
  file: string,
  comments: 'commented' | 'plain' = 'commented',
): unknown {
  const mistake = findJsonMistake(text, comments === 'plain' ? 'refused' : 'allowed');
  if (mistake === undefined) return jsonc.parse(text);
  const { line, column, reason } = mistake;
  throw new MakeAppError(`${file}:${line}:${column}: ${reason}. Correct the JSON there.`);
}

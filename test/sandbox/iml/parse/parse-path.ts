import { refuse } from '../refuse.ts';
import type { Expression, PathStep } from '../syntax.ts';
import { type Cursor, isNext, take, takeName, takeText, unexpected } from './cursor.ts';

const INDEX = /\[(\d*)\]/y;
const BRACKET = /\[[^\]]*\]?/y;
const QUOTED = /`([^`]+)`/y;
const TIGHT_DASH = /-(?=[\p{L}\p{N}_$])/uy;

/** Reads a name between backticks, or nothing. */
export function takeQuotedName(cursor: Cursor): string | undefined {
  const raw = take(cursor, QUOTED);
  if (raw === undefined && isNext(cursor, '`')) throw unexpected(cursor, 'a name between backticks');
  return raw?.slice(1, -1);
}

/** Reads the steps after a root that has been read; `quoted` says that the root was in backticks. */
export function parsePath(cursor: Cursor, root: string, module: boolean, quoted: boolean): Expression {
  const steps: PathStep[] = [];
  let endsInBareName = !quoted;
  for (;;) {
    if (takeText(cursor, '.')) {
      const name = takeQuotedName(cursor);
      const bare = name === undefined ? takeName(cursor) : undefined;
      const step = name ?? bare;
      if (step === undefined) throw unexpected(cursor, 'a name, or one in backticks');
      if (quoted && cursor.rules.moduleIds && steps.length === 0) refuse('path-on-whole-bundle', root);
      steps.push({ name: step });
      endsInBareName = bare !== undefined;
    } else if (isNext(cursor, '[')) {
      steps.push({ index: takeIndex(cursor) });
      endsInBareName = false;
    } else break;
  }
  if (endsInBareName && take(cursor, TIGHT_DASH) !== undefined) refuse('dash-in-name', `${root}…-`);
  return { kind: 'path', root, module, steps };
}

function takeIndex(cursor: Cursor): number {
  const raw = take(cursor, INDEX);
  if (raw !== undefined) return raw === '[]' ? 1 : Number(raw.slice(1, -1));
  const bracket = take(cursor, BRACKET) ?? '';
  return refuse(/^\[\s*-/.test(bracket) ? 'negative-index' : 'computed-index', bracket);
}

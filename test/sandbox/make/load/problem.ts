import { REFUSALS, type RefusalId } from '../refusals.ts';

/** Something wrong with an app or a blueprint, for a person to repair. */
export interface Problem {
  readonly file: string;
  /** JSON pointer inside the file; empty for the whole. */
  readonly path: string;
  readonly reason: string;
  /** Set when Make's documents leave the meaning open. */
  readonly refusal?: RefusalId;
}

/** The problem of meeting a construct listed as refused. */
export function refusalProblem(id: RefusalId, file: string, path: string): Problem {
  const { construct, reason, instead } = REFUSALS[id];
  return { file, path, reason: `${construct} is refused: ${reason} Instead: ${instead}`, refusal: id };
}

/** Problems as lines of text. */
export function problemText(problems: readonly Problem[]): string {
  return problems
    .map(({ file, path, reason }) => `${file}${path === '' ? '' : ` ${path}`}: ${reason}`)
    .join('\n');
}

/** A JSON pointer one step deeper. */
export function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

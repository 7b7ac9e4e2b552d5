import type { BaseDirectives } from './directives.ts';
import { inspectTexts, onlyVariables } from './inspect-text.ts';
import { type Problem, refusalProblem } from './problem.ts';

const INHERITED = ['baseUrl', 'headers', 'qs', 'log', 'timeout', 'response'];
const INHERITED_OF_RESPONSE = ['error', 'valid', 'type'];
const VARIABLES = ['parameters', 'connection', 'common', 'temp', 'environment'];

/** Finds in a Base what Make's documents leave open, and IML that does not parse. */
export function inspectBase(base: BaseDirectives, file: string): readonly Problem[] {
  const { response = {}, log: _log, ...request } = base;
  const extra = [
    ...Object.keys(base).filter((key) => !INHERITED.includes(key)),
    ...Object.keys(response)
      .filter((key) => !INHERITED_OF_RESPONSE.includes(key))
      .map((key) => `response/${key}`),
  ];
  return [
    ...extra.map((key) => refusalProblem('base-directive', file, `/${key}`)),
    ...inspectTexts(request, 'imljson', onlyVariables(VARIABLES), file, ''),
    ...inspectTexts(
      { ...response, type: undefined },
      'imljson',
      onlyVariables([...VARIABLES, 'body', 'headers', 'statusCode']),
      file,
      '/response',
    ),
  ];
}

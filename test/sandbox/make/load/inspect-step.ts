import type { RefusalId } from '../refusals.ts';
import type { RequestDirectives } from './directives.ts';
import { inspectTexts, onlyVariables, type PathRule } from './inspect-text.ts';
import { type Problem, refusalProblem } from './problem.ts';

/** Where a step stands; it decides which variables exist. */
export type StepPlace = 'module' | 'trigger' | 'instant' | 'attach' | 'connection' | 'authorize';

const VARIABLES: Readonly<Record<StepPlace, readonly string[]>> = {
  module: ['connection'],
  trigger: ['connection', 'data', 'trigger'],
  instant: ['connection', 'payload'],
  attach: ['connection', 'webhook'],
  connection: ['data', 'oauth'],
  authorize: ['data', 'oauth', 'query'],
};
const EVERYWHERE = ['parameters', 'common', 'temp', 'environment'];
const ANSWER = ['body', 'headers', 'statusCode'];

function rule(place: StepPlace, more: readonly string[]): PathRule {
  return onlyVariables([...EVERYWHERE, ...VARIABLES[place], ...more], {
    environment: { names: ['timezone'], refusal: 'variable-out-of-place' },
    oauth: { names: ['scope', 'localRedirectUri'], refusal: 'oauth-redirect' },
    trigger: { names: ['matchEqual'], refusal: 'variable-out-of-place' },
    ...(place === 'trigger' ? { data: { names: ['lastDate', 'lastId'], refusal: 'state-spelling' } } : {}),
  });
}

/** Finds in one step what Make's documents leave open, and IML that does not parse. */
export function inspectStep(
  step: RequestDirectives,
  place: StepPlace,
  file: string,
  path: string,
): readonly Problem[] {
  const { response = {}, repeat, pagination, log: _log, ...request } = step;
  const { iterate, output, trigger, wrapper, type: _type, ...judged } = response;
  const answer = step.url === undefined ? [] : ANSWER;
  const item = iterate === undefined ? [] : ['item'];
  const inspect = (tree: unknown, more: readonly string[], at: string) =>
    inspectTexts(tree, 'imljson', rule(place, more), file, `${path}${at}`);
  return [
    ...inspect(request, [], ''),
    ...inspect(judged, answer, '/response'),
    ...inspect(typeof iterate === 'object' ? iterate.container : iterate, answer, '/response/iterate'),
    ...inspect(
      typeof iterate === 'object' ? iterate.condition : undefined,
      [...answer, 'item'],
      '/response/iterate/condition',
    ),
    ...inspect(output, [...answer, ...item], '/response/output'),
    ...inspect(trigger, [...answer, 'item'], '/response/trigger'),
    ...inspect(wrapper, [...answer, 'output', 'iterate'], '/response/wrapper'),
    ...inspect(pagination, [...answer, 'iterate'], '/pagination'),
    ...inspectTexts(
      repeat,
      'imljson',
      ({ root }) => (root === 'temp' ? undefined : 'repeat-beyond-temp'),
      file,
      `${path}/repeat`,
    ),
    ...openConstructs(step).map(([id, at]) => refusalProblem(id, file, `${path}${at}`)),
  ];
}

function openConstructs(step: RequestDirectives): readonly (readonly [RefusalId, string])[] {
  const { response = {}, pagination, repeat } = step;
  const found: (readonly [RefusalId, string])[] = [];
  const when = (met: boolean, id: RefusalId, at: string) => met && found.push([id, at]);
  if (step.url === undefined) {
    when(response.valid !== undefined, 'request-less-verdict', '/response/valid');
    when(response.error !== undefined, 'request-less-verdict', '/response/error');
    for (const key of ['method', 'qs', 'headers', 'body', 'type', 'pagination', 'repeat'] as const)
      when(step[key] !== undefined, 'request-less-only', `/${key}`);
  }
  for (const key of ['oauth', 'aws', 'ca']) when(Object.hasOwn(step, key), 'signed-request', `/${key}`);
  when(Object.hasOwn(step, 'followAllRedirects'), 'redirect', '/followAllRedirects');
  when(repeat !== undefined && (pagination ?? response.iterate) !== undefined, 'repeat-combined', '/repeat');
  when(
    pagination !== undefined && response.iterate === undefined,
    'pagination-without-iterate',
    '/pagination',
  );
  when(pagination?.mergeWithParent === false, 'pagination-detached', '/pagination/mergeWithParent');
  const valid = response.valid;
  when(
    typeof valid === 'object' && (valid.message === undefined) !== (valid.type === undefined),
    'valid-half',
    '/response/valid',
  );
  when(JSON.stringify(response.type ?? '').includes('"xml"'), 'xml', '/response/type');
  return found;
}

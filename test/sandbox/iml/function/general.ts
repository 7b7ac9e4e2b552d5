import { readIndex, readName } from '../evaluate/read-path.ts';
import { refuse } from '../refuse.ts';
import { numberText } from '../text-of.ts';
import { isMissing } from '../value.ts';
import { define, type Place, repeated } from './define.ts';
import { any, collection, fieldName } from './parameter.ts';

/** Choosing, and reading and cutting collections. */
export const GENERAL = [
  define('switch', [any('value'), any('first case'), repeated(any('result, case or else'))], runSwitch),
  define(
    'get',
    [any('container'), { name: 'path', occurs: 'once', read: readPathArgument }],
    (_, container, path) => path.reduce(readStep, container),
  ),
  define('pick', [collection('collection'), repeated(fieldName('key'))], (_, from, keys) => {
    const missing = keys.find((key) => !Object.hasOwn(from, key));
    if (missing !== undefined) refuse('pick-missing', missing);
    return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
  }),
  define('omit', [collection('collection'), repeated(fieldName('key'))], (_, from, keys) =>
    Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key))),
  ),
];

function runSwitch(_: unknown, value: unknown, firstCase: unknown, others: unknown[]): unknown {
  const pairs = [firstCase, ...others];
  const wanted = caseText(value);
  const cases = pairs.filter((_case, index) => index % 2 === 0 && index + 1 < pairs.length).map(caseText);
  const match = cases.indexOf(wanted);
  if (match >= 0) return pairs[match * 2 + 1];
  return pairs.length % 2 === 1 ? pairs.at(-1) : refuse('switch-no-match', value);
}

/** Cases are compared as texts. */
function caseText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  return refuse('switch-case', value);
}

const STEP = /^[^.`[\]]+$/;

/** Reads `'a.b'`, `2`, and in the mapper `5.name`, which looks like a module id. */
function readPathArgument(value: unknown, place: Place): readonly string[] {
  const { expression, scope } = place;
  const { variables } = scope.environment;
  let path = value;
  if (expression.kind === 'path' && expression.module && !Object.hasOwn(variables, expression.root))
    path = [expression.root, ...expression.steps.map((step) => ('name' in step ? step.name : '['))].join('.');
  if (Number.isInteger(path)) path = String(path);
  if (typeof path !== 'string') return refuse('get-path', path);
  const steps = path.split('.');
  return steps.every((step) => STEP.test(step)) ? steps : refuse('get-path', path);
}

function readStep(container: unknown, step: string): unknown {
  if (isMissing(container) || !/^-?\d+$/.test(step)) return readName(container, step);
  return Number(step) < 1 ? refuse('get-index', step) : readIndex(container, Number(step));
}

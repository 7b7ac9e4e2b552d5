import { InvalidInputError } from '../../error.ts';
import { namedPath } from '../../language/named-path.ts';
import type { Expression } from '../../language/node/node.ts';
import { writeIdentifier } from '../soql/literal.ts';
import type { SoqlPart, SoqlText } from '../soql/soql-text.ts';
import { write } from '../soql/write.ts';
import type { Evaluate, Place } from './place.ts';
import { asText, isThere } from './value.ts';

/** The longest query that Salesforce takes, in characters. */
const QUERY_LIMIT = 100_000;

/**
 * Compiles a query in pieces to a function that fills in its values.
 *
 * That function throws InvalidInputError when a value is missing, a list empty, a path no API name, or a text too long:
 * a condition is never left out.
 */
export function compileText(text: SoqlText, place: Place): Evaluate<string> {
  const fill = compileParts(text.parts, place, 'parts');
  return (scope) => {
    const query = fill(scope);
    if (query.length <= QUERY_LIMIT) return query;
    throw new InvalidInputError(
      'Query',
      'it is longer than Salesforce takes',
      'Choose fewer fields or values.',
    );
  };
}

function compileParts(parts: readonly SoqlPart[], place: Place, segment: string): Evaluate<string> {
  const compiled = parts.map((part, at) => compilePart(part, place, `${segment}[${at}]`));
  return (scope) => compiled.map((part) => (typeof part === 'string' ? part : part(scope))).join('');
}

function compilePart(part: SoqlPart, place: Place, segment: string): string | Evaluate<string> {
  if (typeof part === 'string') return part;
  if ('cases' in part) {
    const cases = part.cases.map(({ when, parts }, at) => ({
      holds: place.condition(when, `${segment}.cases[${at}].when`),
      fill: compileParts(parts, place, `${segment}.cases[${at}].parts`),
    }));
    const otherwise = compileParts(part.otherwise, place, `${segment}.otherwise`);
    return (scope) => (cases.find(({ holds }) => holds(scope))?.fill ?? otherwise)(scope);
  }
  if ('path' in part) {
    const path = pathOf(part.path, place, segment);
    return (scope) => path(scope) ?? refuse(inputOf(part.path), 'no field is chosen', 'Choose a field.');
  }
  if ('fields' in part) {
    const paths = part.fields.map((each, at) => pathOf(each, place, `${segment}.fields[${at}]`));
    return (scope) => {
      const chosen = new Map<string, string>();
      for (const path of paths) {
        const found = path(scope);
        if (found !== undefined && !chosen.has(found.toLowerCase())) chosen.set(found.toLowerCase(), found);
      }
      return chosen.size === 0 ? 'Id' : [...chosen.values()].join(', ');
    };
  }
  const read = place.value(part.value, segment);
  const input = inputOf(part.value);
  const writeValue = write[part.as];
  return (scope) => {
    const value = read(scope);
    const written = writeValue(value, input, scope.now);
    if (written !== undefined) return written;
    const isWrong = isThere(value) && !Array.isArray(value);
    return refuse(input, isWrong ? `it is no ${part.value.type}` : 'it is empty', 'Fill it in.');
  };
}

function pathOf(expression: Expression, place: Place, segment: string): Evaluate<string | undefined> {
  const input = inputOf(expression);
  const checked = (path: string | undefined) =>
    path === undefined ? undefined : writeIdentifier(path, input);
  if (expression.kind === 'field') return () => expression.path.join('.');
  if (expression.kind === 'named-field')
    return (scope) =>
      checked(namedPath(expression, asText(scope.parameters[expression.parameter]))?.join('.'));
  const read = place.text(expression, segment);
  return (scope) => checked(read(scope));
}

/** The name under which an error shows a value: the input it comes from. */
function inputOf(expression: Expression): string {
  if (expression.kind === 'parameter') return expression.name;
  if (expression.kind === 'named-field') return expression.parameter;
  if (expression.kind === 'fallback' && expression.values[0]) return inputOf(expression.values[0]);
  if (expression.kind === 'part') return inputOf(expression.value);
  if (expression.kind === 'item-at') return inputOf(expression.list);
  return expression.kind;
}

function refuse(input: string, reason: string, fix: string): never {
  throw new InvalidInputError(input, reason, fix);
}

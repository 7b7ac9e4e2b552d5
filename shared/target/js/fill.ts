import { InvalidInputError } from '../../error.ts';
import { namedPath } from '../../language/named-path.ts';
import type { Expression } from '../../language/node/node.ts';
import { escapeLiteral, writeIdentifier, writeNumber } from '../soql/literal.ts';
import type { SoqlHole, SoqlPart, SoqlText } from '../soql/soql-text.ts';
import type { Evaluate, Place } from './place.ts';
import type { Scope } from './scope.ts';
import { asDay, asInstant, dayOf } from './time.ts';
import { asList, asNumber, asText } from './value.ts';

/** The longest query that Salesforce takes, in characters. */
const QUERY_LIMIT = 100_000;

/**
 * Compiles a query in pieces to a function that fills in its values.
 *
 * That function throws InvalidInputError when a value is missing, a list empty, a path no API name, or a text too long:
 * a condition is never left out.
 */
export function compileText(text: SoqlText, place: Place): Evaluate<string> {
  const parts = text.parts.map((part, at) => compilePart(part, place, `parts[${at}]`));
  return (scope) => {
    const query = parts.map((part) => (typeof part === 'string' ? part : part(scope))).join('');
    if (query.length <= QUERY_LIMIT) return query;
    throw new InvalidInputError(
      'Query',
      'it is longer than Salesforce takes',
      'Choose fewer fields or values.',
    );
  };
}

function compilePart(part: SoqlPart, place: Place, segment: string): string | Evaluate<string> {
  if (typeof part === 'string') return part;
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
  const write = WRITE[part.as];
  return (scope) => write(read(scope), input, scope) ?? refuse(input, 'it is empty', 'Fill it in.');
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

type Write = (value: unknown, input: string, scope: Scope) => string | undefined;

const WRITE: { readonly [A in SoqlHole['as']]: Write } = {
  text: (value, input) => given(asText(value), (text) => `'${escapeLiteral(text, false, input)}'`),
  like: (value, input) => given(asText(value), (text) => escapeLiteral(text, true, input)),
  number: (value, input) => given(asNumber(value), (number) => writeNumber(number, input)),
  boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  date: (value) => asDay(value),
  instant: (value) => given(asInstant(value), (instant) => new Date(instant).toISOString()),
  texts: (value, input, scope) => writeList(value, (item) => WRITE.text(item, input, scope)),
  numbers: (value, input, scope) => writeList(value, (item) => WRITE.number(item, input, scope)),
  'days-ago': (value, _, { now }) => given(asNumber(value), (days) => dayOf(now, -days)),
  'days-ahead': (value, _, { now }) => given(asNumber(value), (days) => dayOf(now, days)),
};

function writeList(value: unknown, write: (item: unknown) => string | undefined): string | undefined {
  const items = asList(value)
    .map(write)
    .filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items.join(', ');
}

function given<T>(value: T | undefined, write: (value: T) => string): string | undefined {
  return value === undefined ? undefined : write(value);
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

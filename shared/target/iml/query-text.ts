import type { Expression } from '../../language/node/node.ts';
import { foldCase } from '../js/text/fold-case.ts';
import type { SoqlChoice, SoqlHole, SoqlPart, SoqlText } from '../soql/soql-text.ts';
import { filled } from './list.ts';
import { namedPath } from './named-path.ts';
import { constant, EMPTY, iml, joined, known, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { isThere, whenThere } from './presence.ts';
import { replaced, wellFormed } from './text.ts';
import { daysFromNow, dayText, instantOf, instantText } from './time.ts';

/**
 * Prints a query. A value that is missing leaves its comparison without a right side, and a path that is no API name
 * names no field, so that Salesforce refuses the query: a condition is never left out.
 */
export function printQuery({ parts }: SoqlText, place: Place): Piece {
  return printParts(parts, 'parts', place);
}

function printParts(parts: readonly SoqlPart[], key: string, place: Place): Piece {
  const pieces = parts.map((part, index) => printPart(part, `${key}[${index}]`, place));
  return known(joined(pieces, '+'), 'there');
}

function printPart(part: SoqlPart, key: string, place: Place): Piece {
  if (typeof part === 'string') return constant(part);
  if ('cases' in part) return printChoice(part, key, place);
  if ('path' in part) return printPath(part.path, key, place);
  if ('fields' in part) return printFields(part.fields, key, place);
  return printHole(part, key, place);
}

function printChoice({ cases, otherwise }: SoqlChoice, key: string, place: Place): Piece {
  const printed = cases.map(({ when, parts }, index) => {
    const condition = place.truth(when, `${key}.cases[${index}].when`);
    return { condition, parts: printParts(parts, `${key}.cases[${index}].parts`, place.under(condition)) };
  });
  return printed.reduceRight(
    (next, { condition, parts }) => known(iml`if(${condition}, ${parts}, ${next})`, 'there'),
    printParts(otherwise, `${key}.otherwise`, place),
  );
}

/** Only characters of API names, so that an input can say nothing but a field. */
function printPath(field: Expression, key: string, place: Place): Piece {
  if (field.kind === 'field') return constant(field.path.join('.'));
  const path = field.kind === 'named-field' ? namedPath(field, place) : place.text(field, key);
  return place.hold(replaced(path, [['/[^A-Za-z0-9_.]+/g', '']]));
}

/** Fields named by inputs up to which a SELECT is said in one expression. */
const FEW = 3;

function printFields(fields: readonly Expression[], key: string, place: Place): Piece {
  const paths = fields.map((field, index) => printPath(field, `${key}.fields[${index}]`, place));
  if (fields.every(isFixed)) return constant(joinPaths(fields));
  const [first] = fields;
  if (first !== undefined && isFixed(first) && fields.filter((field) => !isFixed(field)).length <= FEW)
    return selectFew(fields, paths);
  const keys = paths.map((path) => iml`lower(${path})`);
  const list = iml`join(${filled(paths, 'text', place, keys)}, ${', '})`;
  return known(iml`ifempty(${list}, ${'Id'})`, 'there');
}

function isFixed({ kind }: Expression): boolean {
  return kind === 'field';
}

/**
 * Fixed fields, the first of them in front, and a few named ones; each but once, since Salesforce refuses a field that is
 * selected twice.
 */
function selectFew(fields: readonly Expression[], paths: readonly Piece[]): Piece {
  const pieces = paths.flatMap((path, index) => {
    if (isSaidBefore(fields, index)) return [];
    const said = index === 0 ? path : joined([constant(', '), path], '+');
    const isNew = differsFromEarlier(fields, paths, index);
    return [isNew === undefined ? said : iml`if(${isNew}, ${said}, ${EMPTY})`];
  });
  return joined(pieces, '+');
}

function isSaidBefore(fields: readonly Expression[], index: number): boolean {
  const path = foldCase(pathText(fields[index] as Expression));
  return path !== '' && fields.slice(0, index).some((earlier) => foldCase(pathText(earlier)) === path);
}

/** IML that tells whether a field is there and none of those before it; undefined when that is certain. */
function differsFromEarlier(
  fields: readonly Expression[],
  paths: readonly Piece[],
  index: number,
): Piece | undefined {
  const field = fields[index];
  const path = paths[index] ?? EMPTY;
  const earlier = fields.slice(0, index);
  const fixed = `,${earlier.filter(isFixed).map(pathText).join(',').toLowerCase()},`;
  const isFixedHere = field !== undefined && isFixed(field);
  const lower = isFixedHere ? constant(pathText(field).toLowerCase()) : iml`lower(${path})`;
  const others = earlier.flatMap((each, at) =>
    isFixed(each) ? [] : [iml`!(lower(${paths[at] ?? EMPTY}) == ${lower})`],
  );
  if (isFixedHere) return others.length === 0 ? undefined : joined(others, '&&');
  const isNone = iml`!(contains(${fixed}, ${','} + ${lower} + ${','}))`;
  return joined([iml`length(${path}) > 0`, isNone, ...others], '&&');
}

function pathText(field: Expression): string {
  return field.kind === 'field' ? field.path.join('.') : '';
}

function joinPaths(fields: readonly Expression[]): string {
  const unique = new Map(
    fields
      .map(pathText)
      .toReversed()
      .map((path) => [foldCase(path), path] as const),
  );
  return [...unique.values()].toReversed().join(', ');
}

function printHole({ value, as }: SoqlHole, key: string, place: Place): Piece {
  if (as === 'instant') {
    const { value: given, date } = instantOf(value, key, place);
    return whenThere([[value, given]], instantText(date), EMPTY);
  }
  if (as === 'text' || as === 'like') {
    const text = place.hold(place.text(value, key));
    if (as === 'like') return escapeLiteral(text, true);
    return whenThere([[value, text]], iml`${"'"} + ${escapeLiteral(text, false)} + ${"'"}`, EMPTY);
  }
  const given = place.hold(place.print(value, key));
  const written = WRITE[as](given, place);
  return iml`if(${isThere(value, given)}, ${written}, ${EMPTY})`;
}

const WRITE: {
  readonly [A in Exclude<SoqlHole['as'], 'text' | 'like' | 'instant'>]: (value: Piece, place: Place) => Piece;
} = {
  number: (value) =>
    iml`toString(${value}) + if(abs(${value}) > 2147483647 && ${value} == floor(${value}), ${'.0'}, ${EMPTY})`,
  boolean: (value) => iml`toString(${value})`,
  date: (value) => replaced(iml`substring(${value}, 0, 10)`, [['/[^0-9-]+/g', '']]),
  texts: (value) => {
    const escaped = replaced(wellFormed(iml`join(${value}, ${SEPARATOR})`), LITERAL);
    return iml`${"'"} + replace(${escaped}, ${SEPARATOR}, ${"', '"}) + ${"'"}`;
  },
  numbers: (value) => iml`join(${value}, ${', '})`,
  'days-ago': (value, { roots }) => dayText(daysFromNow(roots, iml`(0 - ${value})`)),
  'days-ahead': (value, { roots }) => dayText(daysFromNow(roots, value)),
};

const LITERAL: readonly (readonly [search: string, by: string])[] = [
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['/[\\x00-\\x1e\\x7f-\\x9f]/g', ' '],
];

/** The unit separator: of a single text it is a blank like the other control characters, and in a list it ends an item. */
const SEPARATOR = iml`decodeURL(${'%1F'})`;

function escapeLiteral(text: Piece, like: boolean): Piece {
  const escaped = replaced(wellFormed(text), [...LITERAL, ['/\\x1f/g', ' ']]);
  if (!like) return escaped;
  return replaced(escaped, [
    ['%', '\\%'],
    ['_', '\\_'],
  ]);
}

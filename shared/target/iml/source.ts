import type { Type } from '../../language/type.ts';
import type { NodeOf, Visitor } from '../../language/visitor.ts';
import type { SourceKind } from '../kind-group.ts';
import { compileQuery } from '../soql/compile.ts';
import { namedPath } from './named-path.ts';
import { constant, EMPTY, guessed, iml, joined, known, leastOf, MISSING, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { whenThere } from './presence.ts';
import { printQuery } from './query-text.ts';
import { path } from './quote.ts';
import { dayDate, dayText, epochSeconds, instantOf, instantText, weekdayNumber } from './time.ts';

/** Where values come from. */
export const source: Pick<Visitor<Piece, Place>, SourceKind> = {
  field: ({ type, path: steps }, { roots }) => rowsOr(type, name(path(roots.record, steps))),
  'item-field': (node, { item, refuse }) => {
    if (item === undefined) return refuse(node, 'there is no row at hand', 'Use it inside `rows`.');
    return rowsOr(node.type, name(path(item.text, node.path), 'any', item.depth));
  },
  'named-field': (node, place) => {
    const named = namedPath(node, place);
    const found = iml`get(${name(place.roots.record)}, ${named})`;
    return guessOr(node.type, node.fallback.length > 0 ? found : iml`if(${named}, ${found}, ${MISSING})`);
  },
  parameter: (node, { roots }) => listOr(node.type, name(path(roots.parameters, [node.name]))),
  note: (node, { roots }) => listOr(node.type, name(path(roots.notes, [node.name, ...node.path]))),
  answer: (node, { roots }) => {
    const [first, ...rest] = node.path;
    const isHeader = first === 'headers' && rest.length === 1;
    return listOr(node.type, name(isHeader ? path(roots.headers, rest) : path(roots.answer, node.path)));
  },
  literal: ({ value }, { holdTree }) => {
    if (typeof value !== 'object' || value === null) return constant(value);
    return value.length === 0 ? known(iml`emptyarray`, 'there') : holdTree(value);
  },
  now: (_, { roots }) => known(iml`(${instantText(name(roots.now))})`, 'there'),
  property: (node, place) => {
    const record = place.print(node.record, 'record');
    const fixed = node.name.kind === 'literal' ? node.name.value : null;
    if (typeof fixed === 'string' && fixed !== '' && record.isShort) {
      const found = name(path(record.text, fixed.split('.')), 'any', record.depth);
      return guessOr(node.type, { ...found, isGuess: record.isGuess });
    }
    const property = place.hold(place.text(node.name, 'name'));
    return guessOr(node.type, iml`if(${property}, get(${record}, ${property}), ${MISSING})`);
  },
  'child-field': ({ relationship, position, path: steps }, { roots }) =>
    name(path(roots.record, [relationship, 'records', position, ...steps])),
  fallback: (node, place) => {
    const values = node.values.map((value, index) => place.print(value, `values[${index}]`));
    const isList = node.type === 'list';
    const [last = MISSING, ...others] = (isList ? values.map(place.hold) : values).toReversed();
    return others.reduce((next, value) => {
      if (isList) return known(iml`if(length(${value}) > 0, ${value}, ${next})`, 'there');
      return known(iml`ifempty(${value}, ${next})`, next.presence);
    }, last);
  },
  choose: (node, place) => {
    const branches = node.branches.map(({ when, value }, index) => {
      const condition = place.truth(when, `branches[${index}].when`);
      return { condition, value: place.under(condition).print(value, `branches[${index}].value`) };
    });
    const otherwise = place.print(node.otherwise, 'otherwise');
    const presence = leastOf([...branches.map(({ value }) => value), otherwise]);
    return branches.reduceRight(
      (next, { condition, value }) => known(iml`if(${condition}, ${value}, ${next})`, presence),
      otherwise,
    );
  },
  add: (node, place) => {
    const sides = [place.print(node.left, 'left'), place.print(node.right, 'right')];
    const numbers = sides.map((side) => (side.presence === 'there' ? side : iml`ifempty(${side}, 0)`));
    return known(joined(numbers, '+'), 'there');
  },
  'epoch-seconds': (node, place) => {
    const { value, date } = instantOf(node.value, 'value', place);
    return whenThere([[node.value, value]], epochSeconds(date), MISSING);
  },
  'local-day': (node, place) =>
    inZone(node, place, (date, zone) => {
      if (node.begins === undefined) return dayText(date, zone);
      const begins = iml`ifempty(${place.print(node.begins, 'begins')}, 0)`;
      return dayText(iml`addMinutes(${date}, 0 - ${begins})`, zone);
    }),
  'local-minute': (node, place) =>
    inZone(node, place, (date, zone) => {
      const part = (token: 'H' | 'm') => iml`parseNumber(formatDate(${date}, ${token}, ${zone}), ${'.'})`;
      return iml`(${part('H')} * 60 + ${part('m')})`;
    }),
  'clock-minute': (node, place) => {
    const value = place.hold(place.text(node.value, 'value'));
    const other = iml`replace(ifempty(${value}, ${'-'}), ${'/^([01][0-9]|2[0-3]):[0-5][0-9]$/g'}, ${EMPTY})`;
    const part = (from: number) => iml`parseNumber(substring(${value}, ${from}, ${from + 2}), ${'.'})`;
    return iml`if(${other}, ${MISSING}, ${part(0)} * 60 + ${part(3)})`;
  },
  weekday: (node, place) => {
    const value = place.hold(place.print(node.value, 'value'));
    return whenThere([[node.value, value]], weekdayNumber(value), MISSING);
  },
  'shift-days': (node, place) => {
    const days = place.hold(place.print(node.days, 'days'));
    const hours = node.direction === 'before' ? iml`(0 - ${days}) * 24` : iml`${days} * 24`;
    const { value, date } = node.type === 'date' ? dayOf(node, place) : instantOf(node.value, 'value', place);
    const shifted = iml`addHours(${date}, ${hours})`;
    const guards = [
      [node.value, value],
      [node.days, days],
    ] as const;
    return whenThere(
      guards,
      node.type === 'date' ? dayText(shifted) : iml`(${instantText(shifted)})`,
      MISSING,
    );
  },
  'period-start': (node, place) => {
    const value = place.hold(place.print(node.value, 'value'));
    return whenThere([[node.value, value]], PERIOD_START[node.unit](value), MISSING);
  },
  turn: (node, place) => {
    const items = place.hold(place.print(node.list, 'list'));
    const since = place.hold(place.print(node.since, 'since'));
    const today = place.hold(place.print(node.today, 'today'));
    const days = place.hold(place.print(node.days, 'days'));
    const milliseconds = (day: Piece) =>
      iml`parseNumber(formatDate(${dayDate(day)}, ${'x'}, ${'UTC'}), ${'.'})`;
    const passed = iml`max(0, floor((${milliseconds(today)} - ${milliseconds(since)}) / 86400000))`;
    const known = whenThere(
      [
        [node.since, since],
        [node.today, today],
        [node.days, days],
      ],
      iml`(floor(${passed} / ${days}) % length(${items}) + 1)`,
      constant(1),
    );
    return guessOr(node.type, iml`if(length(${items}) > 0, get(${items}, ${known}), ${MISSING})`);
  },
  'query-text': ({ query }, place) => printQuery(compileQuery(query), place),
};

/** The first months of the quarters, two digits each. */
const QUARTERS = '01040710';

/** The first day of the period in which a day that is there lies. */
const PERIOD_START: {
  readonly [Unit in NodeOf<'period-start'>['unit']]: (day: Piece) => Piece;
} = {
  week: (day) => dayText(iml`addHours(${dayDate(day)}, (1 - ${weekdayNumber(day)}) * 24)`),
  month: (day) => iml`substring(${day}, 0, 8) + ${'01'}`,
  quarter: (day) => {
    const at = iml`floor((parseNumber(substring(${day}, 5, 7), ${'.'}) - 1) / 3) * 2`;
    return iml`substring(${day}, 0, 5) + substring(${QUARTERS}, ${at}, ${at} + 2) + ${'-01'}`;
  },
};

/** A day as printed, to be checked for presence, and the date at which it begins. */
function dayOf({ value: node }: NodeOf<'shift-days'>, place: Place): { value: Piece; date: Piece } {
  const value = place.hold(place.print(node, 'value'));
  return { value, date: dayDate(value) };
}

/** What a zone's clocks show at an instant, when both are there. */
function inZone(
  node: NodeOf<'local-day' | 'local-minute'>,
  place: Place,
  show: (date: Piece, zone: Piece) => Piece,
): Piece {
  const { value, date } = instantOf(node.value, 'value', place);
  const zone = place.hold(place.text(node.zone, 'zone'));
  const guards = [
    [node.value, value],
    [node.zone, zone],
  ] as const;
  return whenThere(guards, show(date, zone), MISSING);
}

/** A list that is there even when its source is not. */
function listOr(type: Type, piece: Piece): Piece {
  return type === 'list' ? known(iml`ifempty(${piece}, ${name('emptyarray')})`, 'there') : piece;
}

/** As `listOr`, for a field that an input names; a text is written as one whatever it is, any other type is a guess. */
function guessOr(type: Type, piece: Piece): Piece {
  return type === 'text' ? piece : guessed(listOr(type, piece));
}

/** As `listOr`; a path of a record that ends in a list is a child relationship and holds its rows below. */
function rowsOr(type: Type, piece: Piece): Piece {
  return listOr(type, type === 'list' ? name(`${piece.text}.records`, 'any', piece.depth) : piece);
}

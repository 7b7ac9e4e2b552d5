import type { Expression } from '../../language/node/node.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { FormatKind } from '../kind-group.ts';
import { type LocalePieces, localePieces } from './locale.ts';
import { constant, EMPTY, iml, joined, known, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { whenThere } from './presence.ts';
import { clockText, compact, dayText, epochSeconds, instantOf } from './time.ts';

/** Numbers and times in words. */
export const format: Pick<Visitor<Piece, Place>, FormatKind> = {
  money: (node, place) => {
    const amount = place.hold(place.print(node.amount, 'amount'));
    const currency = place.hold(place.text(node.currency, 'currency'));
    const isCode = iml`${currency} && !(replace(${currency}, ${'/^[A-Z]{3}$/g'}, ${EMPTY}))`;
    const code = place.hold(iml`if(${isCode}, ${currency} + ${' '}, ${EMPTY})`);
    const whole = separated(amount, 0, place);
    const number = iml`if(${amount} == floor(${amount}), ${whole}, ${separated(rounded(amount, 2), 2, place)})`;
    return optional(node.amount, amount, joined([code, number], '+'));
  },
  number: (node, place) => {
    const value = place.hold(place.print(node.value, 'value'));
    return optional(node.value, value, separated(rounded(value, node.decimals), node.decimals, place));
  },
  percent: (node, place) => {
    const value = place.hold(place.print(node.value, 'value'));
    const number = separated(rounded(value, 0), 0, place);
    return optional(node.value, value, joined([number, localePieces(place).percent], '+'));
  },
  plural: (node, place) => {
    const count = place.hold(iml`ifempty(${place.print(node.count, 'count')}, 0)`);
    const word = iml`if(${count} == 1, ${` ${node.one}`}, ${` ${node.other}`})`;
    return known(joined([separated(rounded(count, 0), 0, place), word], '+'), 'there');
  },
  'date-text': (node, place) => {
    const value = place.hold(place.print(node.value, 'value'));
    return optional(node.value, value, dayInWords(value, localePieces(place)));
  },
  'instant-text': (node, place) => {
    const { value, date } = instantOf(node.value, 'value', place);
    return optional(node.value, value, instantInWords(heldDate(node.value, value, date, place), place));
  },
  'date-token': (node, place) => {
    const instant = instantOf(node.value, 'value', place);
    const date = heldDate(node.value, instant.value, instant.date, place);
    const [tokens, fallback] = {
      date: [
        '{date_short}',
        dayInWords(heldDay(node.value, instant.value, date, place), localePieces(place)),
      ],
      time: ['{time}', clockText(date)],
      'date-time': ['{date_short} {time}', instantInWords(date, place)],
    }[node.style] as [string, Piece];
    const parts = [
      constant('<!date^'),
      iml`toString(${epochSeconds(date)})`,
      constant(`^${tokens}|`),
      fallback,
      constant('>'),
    ];
    return optional(node.value, instant.value, joined(parts, '+'));
  },
  stamp: (node, place) => {
    const { value, date } = instantOf(node.value, 'value', place);
    return optional(node.value, value, compact(date));
  },
  duration: (node, place) => {
    const value = place.hold(place.print(node.minutes, 'minutes'));
    const whole = place.hold(iml`max(0, floor(ifempty(${value}, 0)))`);
    const days = place.hold(iml`floor(${whole} / 1440)`);
    const hours = place.hold(iml`floor(${whole} % 1440 / 60)`);
    const minutes = iml`(${whole} % 60)`;
    const perDay = iml`${days} + ${' d'} + if(${hours} > 0, ${' '} + ${hours} + ${' h'}, ${EMPTY})`;
    const perHour = iml`${hours} + ${' h'} + if(${minutes} > 0, ${' '} + ${minutes} + ${' min'}, ${EMPTY})`;
    return optional(
      node.minutes,
      value,
      iml`if(${days} > 0, ${perDay}, if(${hours} > 0, ${perHour}, ${minutes} + ${' min'}))`,
    );
  },
};

/** The text when the value is there, else the empty text. */
function optional(node: Expression, value: Piece, text: Piece): Piece {
  return known(whenThere([[node, value]], text, EMPTY), value.presence === 'there' ? 'there' : 'total');
}

/** Rounded to a count of decimals, a half up; IML's own rounding of halves is not documented. */
function rounded(value: Piece, decimals: number): Piece {
  if (decimals === 0) return iml`floor(${value} + 0.5)`;
  const scale = 10 ** decimals;
  return iml`floor(${value} * ${scale} + 0.5) / ${scale}`;
}

function separated(value: Piece, decimals: number, place: Place): Piece {
  const { decimal, group } = localePieces(place);
  return iml`formatNumber(${value}, ${decimals}, ${decimal}, ${group})`;
}

function dayInWords(day: Piece, { date, months }: LocalePieces): Piece {
  const number = iml`toString(parseNumber(substring(${day}, 8, 10), ${'.'}))`;
  const month = iml`get(${months}, parseNumber(substring(${day}, 5, 7), ${'.'}))`;
  const year = iml`substring(${day}, 0, 4)`;
  return iml`replace(replace(replace(${date}, ${'{day}'}, ${number}), ${'{month}'}, ${month}), ${'{year}'}, ${year})`;
}

function instantInWords(date: Piece, place: Place): Piece {
  const day = dayInWords(place.hold(iml`if(${date}, ${dayText(date)}, ${EMPTY})`), localePieces(place));
  return joined([day, constant(', '), clockText(date)], '+');
}

/** The date kept, so that it can be printed more than once; the empty text in place of nothing. */
function heldDate(node: Expression, value: Piece, date: Piece, place: Place): Piece {
  return place.hold(whenThere([[node, value]], date, EMPTY));
}

function heldDay(node: Expression, value: Piece, date: Piece, place: Place): Piece {
  return place.hold(whenThere([[node, value]], dayText(date), EMPTY));
}

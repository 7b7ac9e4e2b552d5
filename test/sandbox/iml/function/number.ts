import { Exact, fromDecimal } from '../evaluate/decimal.ts';
import { refuse } from '../refuse.ts';
import { define, optional } from './define.ts';
import { count, filledText, forcedText, integer, number, oneOf } from './parameter.ts';

/** Rounding, reading and writing numbers. */
export const NUMBER = [
  define('abs', [number('number')], (_, value) => Math.abs(value)),
  define('ceil', [number('number')], (_, value) => Math.ceil(value) + 0),
  define('floor', [number('number')], (_, value) => Math.floor(value)),
  define('round', [number('number')], (_, value) => round(value)),
  define('trunc', [number('number'), optional(integer('decimals'))], (_, value, decimals) =>
    trunc(value, decimals ?? 0),
  ),
  define('parseNumber', [filledText('text'), oneOf('decimal separator', ['.', ','])], (_, value, separator) =>
    parseNumber(value, separator),
  ),
  define(
    'formatNumber',
    [number('number'), count('decimals'), filledText('decimal separator'), forcedText('thousand separator')],
    (_, value, decimals, decimalSeparator, thousandSeparator) =>
      formatNumber(value, decimals, decimalSeparator, thousandSeparator),
  ),
];

/** A half is answered only where rounding up, away from zero and to even agree, as for 1.5. */
function round(value: number): number {
  const floor = Math.floor(value);
  if (value - floor === 0.5 && (value < 0 || floor % 2 === 0)) refuse('round-half', value);
  return (value - floor < 0.5 ? floor : floor + 1) + 0;
}

function trunc(value: number, decimals: number): number {
  if (Math.abs(decimals) > 15) refuse('trunc-decimals', decimals);
  const scale = new Exact(10).pow(decimals);
  const cut = fromDecimal(new Exact(value).times(scale).trunc().dividedBy(scale));
  return value < 0 && cut !== value ? refuse('trunc-negative', value) : cut;
}

/** The other separator may stand between groups of thousands, and nowhere else. */
function parseNumber(value: string, decimalSeparator: '.' | ','): number {
  const other = decimalSeparator === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = value.split(decimalSeparator);
  const plainWhole = /^-?\d+$/.test(whole) || /^-?\d{1,3}([.,]\d{3})+$/.test(whole);
  if (!plainWhole || more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return refuse('parse-number', value);
  return Number(`${whole.replaceAll(other, '')}.${fraction ?? '0'}`) + 0;
}

function formatNumber(
  value: number,
  decimals: number,
  decimalSeparator: string,
  thousandSeparator: string,
): string {
  if (decimalSeparator.length > 1 || thousandSeparator.length > 1)
    refuse('number-separator', thousandSeparator);
  const exact = new Exact(value);
  if (exact.decimalPlaces() > decimals) refuse('format-number-rounding', `${value}, ${decimals}`);
  if (decimals > 20) refuse('format-number-rounding', `${decimals} decimals`);
  const [whole = '', fraction] = exact
    .toFixed(decimals)
    .replace(/^-(?=0(\.0*)?$)/, '')
    .split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => thousandSeparator);
  return fraction === undefined ? grouped : grouped + decimalSeparator + fraction;
}

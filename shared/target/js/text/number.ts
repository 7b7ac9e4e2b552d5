import { localeText } from './locale.ts';

/** A result of decimal arithmetic: what binary fractions add beyond 15 significant digits is dropped. */
export function decimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** The sum of two numbers as decimals; what binary fractions add beyond the decimals of both is dropped. */
export function addDecimals(left: number, right: number): number {
  const sum = left + right;
  return Number.isInteger(sum)
    ? sum
    : Number(sum.toFixed(Math.min(100, Math.max(places(left), places(right)))));
}

function places(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

/** The nearest whole number, a half upwards, in decimal; only close to a half do binary fractions matter. */
function roundHalfUp(value: number): number {
  const raised = value + 0.5;
  const isClear = Math.abs(value) < 1e9 && Math.abs(raised - Math.round(raised)) > 1e-4;
  return Math.floor(isClear ? raised : decimal(value) + 0.5);
}

/** A number with the separators of a locale, a half rounded up, with exactly `decimals` decimals. */
export function writeNumber(value: number, decimals: number, locale: string): string {
  const { group, decimal: point } = localeText(locale);
  const scale = 10 ** decimals;
  const rounded = Number.isInteger(value) ? value : roundHalfUp(value * scale) / scale;
  const digits = Math.abs(rounded).toFixed(decimals);
  const end = decimals === 0 ? digits.length : digits.length - decimals - 1;
  let whole = digits.slice(0, end);
  for (let at = end - 3; at > 0; at -= 3) whole = whole.slice(0, at) + group + whole.slice(at);
  const fraction = decimals === 0 ? '' : point + digits.slice(end + 1);
  return (rounded < 0 ? '-' : '') + whole + fraction;
}

/** An amount with its currency: whole amounts without decimals, others with two; only a code like `EUR` is shown. */
export function writeMoney(amount: number, currency: string | undefined, locale: string): string {
  const number = writeNumber(amount, Number.isInteger(amount) ? 0 : 2, locale);
  return currency !== undefined && /^[A-Z]{3}$/.test(currency) ? `${currency} ${number}` : number;
}

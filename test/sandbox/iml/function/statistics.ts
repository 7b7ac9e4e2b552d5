import type { Decimal } from 'decimal.js';
import { Exact, fromDecimal } from '../evaluate/decimal.ts';
import { refuse } from '../refuse.ts';
import { looksNumeric } from '../value.ts';
import { define, repeated } from './define.ts';
import { any } from './parameter.ts';

/** Figures of an array of numbers, or of the numbers given one by one. */
export const STATISTICS = [
  figure('min', 1, (values) => Math.min(...values)),
  figure('max', 1, (values) => Math.max(...values)),
  figure('sum', 1, (values) => agreed('sum', sum(values), exactSum(values))),
  figure('average', 1, (values) => agreed('average', mean(values), exactMean(values))),
  figure('median', 1, median),
  figure('stdevP', 1, (values) => deviation('stdevP', values, values.length)),
  figure('stdevS', 2, (values) => deviation('stdevS', values, values.length - 1)),
];

function figure(name: string, least: number, run: (values: readonly number[]) => number) {
  return define(name, [repeated(any('numbers'))], (_, given) => {
    const values = numbersOf(name, given.length === 1 && Array.isArray(given[0]) ? given[0] : given);
    return values.length < least
      ? refuse('too-few-numbers', `${name} of ${values.length} numbers`)
      : run(values);
  });
}

/** Whatever is no number is skipped; a text that could be read as one, or a nested array, is refused. */
function numbersOf(name: string, values: readonly unknown[]): readonly number[] {
  return values.filter((value): value is number => {
    if (
      Array.isArray(value) ||
      typeof value === 'boolean' ||
      (typeof value === 'string' && looksNumeric(value))
    )
      refuse('maybe-number', `${name}: ${typeof value}`);
    return typeof value === 'number';
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const exactSum = (values: readonly number[]) =>
  values.reduce((total, value) => total.plus(value), new Exact(0));
const exactMean = (values: readonly number[]) => exactSum(values).dividedBy(values.length);

/** The figure, when binary and decimal arithmetic give the same number. */
function agreed(name: string, binary: number, exact: Decimal): number {
  return binary === fromDecimal(exact) ? binary + 0 : refuse('fraction-sum', `${name}: ${binary}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return agreed('median', mean(middle), exactMean(middle));
}

function deviation(name: string, values: readonly number[], divisor: number): number {
  const binaryMean = mean(values);
  const binary = Math.sqrt(sum(values.map((value) => (value - binaryMean) ** 2)) / divisor);
  const exact = exactMean(values);
  const squares = values.map((value) => new Exact(value).minus(exact).pow(2));
  const total = squares.reduce((left, right) => left.plus(right), new Exact(0));
  return agreed(name, binary, total.dividedBy(divisor).sqrt());
}

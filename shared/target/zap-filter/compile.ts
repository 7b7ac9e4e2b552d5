import type { Condition } from '../../language/node/node.ts';
import { type FieldTest, groupsOf, type Inputs } from '../field-test.ts';

/** A criterion of a Filter step as a Zap export holds it. */
export interface ZapCriterion {
  readonly id: number;
  readonly group: number;
  readonly key: string;
  readonly value: string;
  readonly match: string;
  readonly action: 'continue';
}

/**
 * Compiles a condition to the `filter_criteria` of a Zap: criteria of one group are joined by "and", groups by "or".
 * `step` is the id of the step whose output is the record; `number` yields a new 15-digit number each time.
 *
 *     [{ key: '1__StageName', match: 'iexist', value: '', … }, { key: '1__StageName', match: 'iexact', value: 'Closed Won', … }]
 *
 * Throws NotExpressibleError for what needs a match that no exported Zap shows.
 */
export function compileZapFilter(
  condition: Condition,
  step: number,
  number: () => number,
  inputs: Inputs = {},
): readonly ZapCriterion[] {
  return groupsOf('zap-filter', condition, inputs).flatMap((tests) => {
    const group = number();
    return tests.flatMap((test) =>
      matchesOf(test).map(([match, value]) => ({
        id: number(),
        group,
        key: [step, ...test.path].join('__'),
        value,
        match,
        action: 'continue' as const,
      })),
    );
  });
}

/**
 * What a missing value does to another match than `iexist` is open, and so is whether 0 exists. So numbers are compared only
 * where 0 fails anyway.
 */
function matchesOf({
  type,
  operator,
  value,
  refuse,
}: FieldTest): readonly (readonly [match: string, value: string])[] {
  if (String(value).includes('{{'))
    refuse('double braces would name a mapped field', 'Use a value without them.');
  const exists = ['iexist', ''] as const;
  const match = `${type} ${operator}`;
  if (type === 'text' && operator === 'exists') return [exists];
  if (match === 'boolean equal' && value === true) return [['boolean', '']];
  if (match === 'text equal') return [exists, ['iexact', String(value)]];
  if (match === 'text contains') return [exists, ['icontains', String(value)]];
  if (match === 'number greater' && Number(value) >= 0) return [exists, ['igreater', String(value)]];
  if (match === 'number less' && Number(value) <= 0) return [exists, ['iless', String(value)]];
  return refuse(
    `no match is known for ${operator} with a ${type}`,
    'Use equal or contained texts, `true`, greater than 0 or more, less than 0 or less; the query of the trigger says the rest.',
  );
}

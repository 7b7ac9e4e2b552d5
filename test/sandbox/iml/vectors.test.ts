import { expect, test } from '@jest/globals';
import { evaluate, type ImlEnvironment, renderTree } from './iml.ts';
import { refusalOf } from './refusal-of.ts';
import { SPREAD_VECTOR, VECTOR_VARIABLES, VECTORS } from './vectors.ts';

const environment = (timezone = 'Europe/Prague'): ImlEnvironment => ({
  variables: VECTOR_VARIABLES,
  now: () => 0,
  timezone,
});

test.each(
  VECTORS.map((vector) => [vector.expression, vector] as const),
)('%s gives what its source says', (_, vector) => {
  const run = () => evaluate(vector.expression, environment(vector.timezone), vector.dialect);
  if (vector.refused === undefined) expect(run()).toStrictEqual(vector.result);
  else expect(refusalOf(run)).toBe(vector.refused);
});

test('the spread key copies a collection beside other keys', () => {
  expect(renderTree(SPREAD_VECTOR.body, environment(), 'imljson')).toStrictEqual(SPREAD_VECTOR.result);
});

test('all vectors are counted', () => {
  process.stdout.write(`IML test vectors: ${VECTORS.length + 1}\n`);
  expect(new Set(VECTORS.map((vector) => vector.expression)).size).toBe(VECTORS.length);
});

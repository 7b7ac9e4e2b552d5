import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotExpressibleError } from '../../shared/error.ts';
import type { Kind } from '../../shared/language/index.ts';
import { compileExpression } from '../../shared/target/iml/compile.ts';
import { compileValue } from '../../shared/target/js/compile.ts';
import { CASES, PROPERTY, SCOPES_PER_TREE, settled } from './cases.ts';
import type { Tree } from './leaf.ts';
import { ROOTS, runExpression } from './run-iml.ts';
import { scope } from './scope.ts';
import { NODE, WHOLE } from './tree.ts';

const UNSAID: readonly Kind[] = ['changed', 'in-query'];

let ran = 0;

function agrees(trees: Tree): void {
  const before = ran;
  fc.assert(
    fc.property(
      trees,
      fc.array(scope, { minLength: SCOPES_PER_TREE, maxLength: SCOPES_PER_TREE }),
      (tree, scopes) => {
        const compiled = compileExpression(tree, ROOTS);
        const meaning = compileValue(tree);
        for (const each of scopes) {
          const said = settled(runExpression(compiled, each));
          expect(said).toEqual(settled(meaning(each)));
          ran += 1;
        }
      },
    ),
    PROPERTY,
  );
  expect(ran - before).toBeGreaterThanOrEqual(CASES);
}

describe('IML says what js says', () => {
  afterAll(() => {
    process.stdout.write(`iml: ${ran} cases equal, run by the IML interpreter\n`);
  });

  const kinds = Object.keys(NODE) as Kind[];
  it.each(kinds.filter((kind) => !UNSAID.includes(kind)))('for random nodes of kind %s.', (kind) => {
    agrees(NODE[kind](1));
  });

  it.each(UNSAID)('or refuses a node of kind %s when it is compiled.', (kind) => {
    fc.assert(
      fc.property(NODE[kind](1), (tree) => {
        expect(() => compileExpression(tree, ROOTS)).toThrow(NotExpressibleError);
      }),
      { numRuns: 10 },
    );
  });

  it.each(Object.keys(WHOLE) as (keyof typeof WHOLE)[])('for a random %s several levels deep.', (root) => {
    agrees(WHOLE[root]);
  });
});

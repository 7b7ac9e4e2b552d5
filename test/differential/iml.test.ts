import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotExpressibleError } from '../../shared/error.ts';
import { field, type Kind, type Template } from '../../shared/language/index.ts';
import { compileExpression, compileTemplate } from '../../shared/target/iml/compile.ts';
import * as js from '../../shared/target/js/compile.ts';
import { CASES, PROPERTY, SCOPES_PER_TREE, settled } from './cases.ts';
import type { Tree } from './leaf.ts';
import { ROOTS, runExpression, runTemplate } from './run-iml.ts';
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
        const meaning = js.compileValue(tree);
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

  it('for random arrays with the rows of a list among their items.', () => {
    const items = fc.oneof<fc.Arbitrary<Template>[]>(
      NODE.each(1),
      fc.constant({ name: field('text', 'Name'), amount: field('number', 'Amount') }),
      fc.constant('fixed'),
    );
    const before = ran;
    fc.assert(
      fc.property(
        fc.array(items, { minLength: 1, maxLength: 4 }),
        fc.array(scope, { minLength: SCOPES_PER_TREE, maxLength: SCOPES_PER_TREE }),
        (list, scopes) => {
          const compiled = compileTemplate({ list }, ROOTS);
          const meaning = js.compileTemplate({ list });
          for (const each of scopes) {
            expect(runTemplate(compiled, each)).toEqual(meaning(each));
            ran += 1;
          }
        },
      ),
      PROPERTY,
    );
    expect(ran - before).toBeGreaterThanOrEqual(CASES);
  });

  it.each(Object.keys(WHOLE) as (keyof typeof WHOLE)[])('for a random %s several levels deep.', (root) => {
    agrees(WHOLE[root]);
  });
});

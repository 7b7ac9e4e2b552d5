import { expect, test } from '@jest/globals';
import { and, changed, equal, field, InvalidTreeError, not, or } from '../../../shared/language/index.ts';
import { pushdown } from '../../../shared/target/pushdown.ts';
import { compileWhere } from '../../../shared/target/soql/condition.ts';

const stage = field('text', 'StageName');
const won = equal(stage, 'Closed Won');
const touched = changed(stage);
const split = (filter: Parameters<typeof pushdown>[0]) =>
  pushdown(filter, (condition) => compileWhere(condition, 'filter'));

test('A filter splits into what the target can say and a rest, with the reasons', () => {
  const open = not(equal(stage, 'Open'));
  const { pushed, rest, refusals } = split(and(won, and(touched, open)));
  expect(pushed).toEqual(and(won, open));
  expect(rest).toEqual(touched);
  expect(refusals.map(({ node, target }) => [target, node])).toEqual([['soql', 'changed']]);
});

test('A filter that the target can say as a whole leaves no rest, and the other way round', () => {
  expect(split(won)).toEqual({ pushed: won, rest: undefined, refusals: [] });
  expect(split(touched)).toMatchObject({ pushed: undefined, rest: touched });
});

test('An alternative is never torn apart, since that would widen the filter or narrow it', () => {
  const either = or(won, touched);
  expect(split(and(won, either))).toMatchObject({ pushed: won, rest: either });
});

test('A tree that is none is not taken for a rest', () => {
  expect(() => split({ kind: 'nonsense', type: 'boolean' } as never)).toThrow(InvalidTreeError);
});

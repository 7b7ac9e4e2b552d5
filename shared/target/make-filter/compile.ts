import type { Condition } from '../../language/node/node.ts';
import { type FieldTest, groupsOf, type Inputs } from '../field-test.ts';
import { path } from '../iml/quote.ts';

/** A condition of a scenario filter: two templates of the mapper and an operator. */
export interface MakeCondition {
  readonly a: string;
  readonly o: string;
  readonly b?: string;
}

/**
 * Compiles a condition to the `conditions` of a scenario filter: groups joined by "or" of conditions joined by "and".
 * `root` is where the record stands, such as `1` for the output of the first module.
 *
 *     [[{ a: '{{1.StageName}}', o: 'exist' }, { a: '{{1.StageName}}', o: 'text:equal:ci', b: 'Closed Won' }]]
 *
 * Throws NotExpressibleError for what a filter cannot say.
 */
export function compileMakeFilter(
  condition: Condition,
  root: string,
  inputs: Inputs = {},
): readonly (readonly MakeCondition[])[] {
  return groupsOf('make-filter', condition, inputs).map((group) =>
    group.flatMap((test) => conditionsOf(test, root)),
  );
}

const ORDER: Readonly<Record<string, string>> = {
  equal: 'number:equal',
  less: 'number:less',
  'less-or-equal': 'number:lessorequal',
  greater: 'number:greater',
  'greater-or-equal': 'number:greaterorequal',
};

/** A value that is missing passes nothing but what `exist` lets pass, since all else about it is open. */
function conditionsOf(test: FieldTest, root: string): readonly MakeCondition[] {
  const a = `{{${path(root, test.path)}}}`;
  const exists = { a, o: 'exist' };
  if (test.operator === 'exists') return [exists];
  return [exists, { a, o: operatorOf(test), b: String(test.value) }];
}

function operatorOf({ type, operator, value, refuse }: FieldTest): string {
  if (String(value).includes('{{'))
    refuse('double braces would start an expression', 'Use a value without them.');
  if (type === 'number') return ORDER[operator] ?? operator;
  if (operator === 'equal' && type === 'boolean') return 'boolean:equal';
  if (operator === 'equal' && type === 'text') return 'text:equal:ci';
  return refuse(
    `a ${type} is compared by forms that are not documented`,
    'Compare it in the query of the trigger.',
  );
}

import { type ImlEnvironment, renderTemplate } from '../iml/iml.ts';
import { allPass, anyPasses } from '../iml/three-valued.ts';
import { OPERATORS } from './operators.ts';
import { refuse } from './refuse.ts';

/** One condition of a scenario filter: `a` and `b` are mapper templates, `o` is the operator. */
export interface MakeCondition {
  readonly a: string;
  readonly o: string;
  readonly b?: string;
}

/** A scenario filter; conditions of an inner array are joined by "and", the arrays by "or". */
export interface MakeFilter {
  readonly name?: string;
  readonly conditions: readonly (readonly MakeCondition[])[];
}

/**
 * Whether a bundle passes a scenario filter. A condition whose meaning is open throws MakeFilterRefusal, unless the
 * other conditions decide alone whatever it means. Throws the errors of IML too.
 */
export function passesMakeFilter(filter: MakeFilter, environment: ImlEnvironment): boolean {
  if (filter.conditions.length === 0 || filter.conditions.some((group) => group.length === 0))
    refuse('empty-group', filter.name ?? 'without name');
  const groups = filter.conditions.map((group) => () => {
    return allPass(group.map((condition) => () => holds(condition, environment)));
  });
  return anyPasses(groups);
}

function holds(condition: MakeCondition, environment: ImlEnvironment): boolean {
  const operator = OPERATORS.get(condition.o) ?? refuse('unknown-operator', condition.o);
  const a = renderTemplate(condition.a, environment, 'mapper');
  if (operator.operands === 1)
    return condition.b === undefined ? operator.holds(a, undefined) : refuse('needless-operand', condition.o);
  if (condition.b === undefined) return refuse('missing-operand', condition.o);
  return operator.holds(a, renderTemplate(condition.b, environment, 'mapper'));
}

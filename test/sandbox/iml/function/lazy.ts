import { refuse } from '../refuse.ts';
import { isMissing, isTrue } from '../value.ts';
import type { ImlFunction } from './define.ts';

/** The functions that evaluate only the arguments they need. */
export const LAZY: readonly (readonly [string, ImlFunction])[] = [
  [
    'if',
    {
      appRuntime: false,
      call: (given, scope, evaluator) => {
        const [condition, yes, no] = given;
        if (condition === undefined || yes === undefined || no === undefined || given.length > 3)
          return refuse('argument-count', `if with ${given.length} arguments`);
        const value = evaluator.condition(condition, scope);
        if (condition.kind === 'bare' && value === condition.raw) refuse('bare-condition', condition.raw);
        return evaluator.value(isTrue(value) ? yes : no, scope);
      },
    },
  ],
  [
    'ifempty',
    {
      appRuntime: false,
      call: (given, scope, evaluator) => {
        const [first, second] = given;
        if (first === undefined || second === undefined || given.length > 2)
          return refuse('argument-count', `ifempty with ${given.length} arguments`);
        const value = evaluator.value(first, scope);
        return isMissing(value) || value === '' ? evaluator.value(second, scope) : value;
      },
    },
  ],
];

import type { CompiledExpression, CompiledTemplate } from '../../shared/target/iml/compile.ts';
import { rootsIn } from '../../shared/target/iml/roots.ts';
import type { Scope } from '../../shared/target/js/scope.ts';
import { evaluate, type ImlEnvironment, renderTree } from '../sandbox/iml/iml.ts';

/** Where a module of these tests keeps the scopes. */
export const ROOTS = rootsIn('x', { notes: 'temp.notes' });

/** Runs the steps of a compiled expression in the IML interpreter, then the expression. */
export function runExpression({ steps, expression }: CompiledExpression, scope: Scope): unknown {
  return evaluate(expression, environmentAfter(steps, scope), 'imljson');
}

/** Runs the steps of a compiled template in the IML interpreter, then the template. */
export function runTemplate({ steps, value }: CompiledTemplate, scope: Scope): unknown {
  return renderTree(value, environmentAfter(steps, scope), 'imljson');
}

/** The scope as a module sees it once the steps have run; a key that is written twice would be merged, so it throws. */
function environmentAfter(steps: CompiledExpression['steps'], scope: Scope): ImlEnvironment {
  let temp: Readonly<Record<string, unknown>> = {
    record: scope.record,
    notes: scope.notes,
    fiscalYearStartMonth: scope.fiscalYearStartMonth,
  };
  const environment = (): ImlEnvironment => ({
    variables: { temp, parameters: { ...scope.parameters, locale: scope.locale }, body: scope.answer },
    now: () => scope.now,
    timezone: 'America/New_York',
  });
  for (const step of steps) {
    const entries = renderTree(step, environment(), 'imljson') as Record<string, unknown>;
    const again = Object.keys(step).find((key) => Object.hasOwn(temp, key));
    if (again !== undefined) throw new Error(`temp.${again} is written twice`);
    temp = { ...temp, ...entries };
  }
  return environment();
}

import type { Scope } from '../environment.ts';
import { refuse } from '../refuse.ts';
import type { Expression } from '../syntax.ts';

/** How a function reaches the evaluator; lazy functions evaluate their own arguments. */
export interface Evaluator {
  readonly value: (expression: Expression, scope: Scope) => unknown;
  readonly condition: (expression: Expression, scope: Scope) => unknown;
}

/** A built-in function as the evaluator calls it. */
export interface ImlFunction {
  readonly appRuntime: boolean;
  readonly call: (given: readonly Expression[], scope: Scope, evaluator: Evaluator) => unknown;
}

/** Where an argument stands. */
export interface Place {
  readonly function: string;
  readonly parameter: string;
  readonly expression: Expression;
  readonly scope: Scope;
}

/** A parameter: how its argument is checked, and how often it may occur. */
export interface Parameter<T> {
  readonly name: string;
  readonly occurs: 'once' | 'optional' | 'repeated';
  readonly read: (value: unknown, place: Place) => T;
}

type Read<P> =
  P extends Repeated<infer T>
    ? T[]
    : P extends Optional<infer T>
      ? T | undefined
      : P extends Parameter<infer T>
        ? T
        : never;
type Optional<T> = Parameter<T> & { readonly occurs: 'optional' };
type Repeated<T> = Parameter<T> & { readonly occurs: 'repeated' };
type ArgumentsOf<P extends readonly Parameter<unknown>[]> = { [K in keyof P]: Read<P[K]> };

/** Makes a parameter one that may be left out; its argument is then undefined. */
export function optional<T>(parameter: Parameter<T>): Optional<T> {
  return { ...parameter, occurs: 'optional' };
}

/** Makes the last parameter one that takes all remaining arguments, at least one. */
export function repeated<T>(parameter: Parameter<T>): Repeated<T> {
  return { ...parameter, occurs: 'repeated' };
}

/** Builds a function from its parameters and what it does with their checked values. */
export function define<const P extends readonly Parameter<unknown>[]>(
  name: string,
  parameters: P,
  run: (scope: Scope, ...values: ArgumentsOf<P>) => unknown,
  appRuntime = false,
): readonly [name: string, definition: ImlFunction] {
  const last = parameters.at(-1);
  const least = parameters.filter((parameter) => parameter.occurs !== 'optional').length;
  const most = last?.occurs === 'repeated' ? Number.POSITIVE_INFINITY : parameters.length;
  const call: ImlFunction['call'] = (given, scope, evaluator) => {
    if (given.length < least || given.length > most)
      refuse('argument-count', `${name} with ${given.length} arguments`);
    const values: unknown[] = [];
    for (const [index, expression] of given.entries()) {
      const parameter = parameters[index] ?? last;
      if (parameter === undefined) break;
      const place = { function: name, parameter: parameter.name, expression, scope };
      const value = parameter.read(evaluator.value(expression, scope), place);
      if (parameter.occurs !== 'repeated') values.push(value);
      else if (index < parameters.length) values.push([value]);
      else (values.at(-1) as unknown[]).push(value);
    }
    return run(scope, ...(values as ArgumentsOf<P>));
  };
  return [name, { appRuntime, call }];
}

/** Builds a function that is always refused, because the documents name it without saying what it does. */
export function refused(
  name: string,
  id: Parameters<typeof refuse>[0],
  appRuntime = false,
): readonly [string, ImlFunction] {
  return [name, { appRuntime, call: () => refuse(id, `${name}(…)`) }];
}

import { dropdowns } from './dropdown/dropdowns.ts';
import type { Operations } from './salesforce-access.ts';

/** A Web API method, and the labels of what calls it. */
export interface SlackUse {
  readonly method: string;
  readonly callers: readonly string[];
}

/** The Web API methods that operations and their dropdowns call, in the order of their names. */
export function slackCalls({ actions, searches, triggers }: Operations): readonly SlackUse[] {
  const calls = [
    ...actions.flatMap(({ operation, delivery }) =>
      [...delivery.steps, ...delivery.release].map(({ call }) => [operation.label, call] as const),
    ),
    ...searches.flatMap(({ operation, before = [], call }) =>
      [...before.map((step) => step.call), call].map((each) => [operation.label, each] as const),
    ),
  ].flatMap(([label, call]) => (call?.to === 'slack' ? [[call.method, label] as const] : []));
  const choices = [...actions, ...searches, ...triggers].flatMap(({ operation }) =>
    operation.inputs.flatMap(({ source }) => {
      const dropdown = source && dropdowns[source];
      return dropdown?.from === 'slack' ? [[dropdown.method, operation.label] as const] : [];
    }),
  );
  const callers = new Map<string, Set<string>>();
  for (const [method, label] of [...calls, ...choices])
    callers.set(method, new Set([...(callers.get(method) ?? []), label]));
  return [...callers]
    .map(([method, labels]) => ({ method, callers: [...labels] }))
    .sort((a, b) => (a.method < b.method ? -1 : 1));
}

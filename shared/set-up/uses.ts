import type { Operations } from '../operation/salesforce-access.ts';

/** The signals that operations deliver, by name, with the heading of those that belong together. */
export function signalsOf({ actions }: Operations): readonly (readonly [name: string, group: string])[] {
  return [...new Map(actions.map(({ delivery, operation }) => [delivery.name, operation.group]))];
}

/** The operations of some signals: their actions, and the triggers and searches under the same headings. */
export function operationsFor(operations: Operations, signals: readonly string[]): Operations {
  const groups = signalsOf(operations)
    .filter(([name]) => signals.includes(name))
    .map(([, group]) => group);
  const belongs = ({ operation }: { readonly operation: { readonly group: string } }) =>
    groups.includes(operation.group);
  return {
    actions: operations.actions.filter((action) => belongs(action) && signals.includes(action.delivery.name)),
    searches: operations.searches.filter(belongs),
    triggers: operations.triggers.filter(belongs),
  };
}

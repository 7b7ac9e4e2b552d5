import type { Operation } from '../shared/operation/definition.ts';
import type { OperationStep } from './blueprint.ts';

/** What a step is called in the editor: its title, and what the importer still has to choose in it. */
export function titleOf({ operation, title, choose = [] }: OperationStep): string {
  const labels = choose.map((key) => labelOf(operation, key));
  return labels.length === 0 ? title : `${title} (choose ${labels.join(' or ')})`;
}

/** The label of an input. Throws for one that the operation does not have. */
export function labelOf({ key, inputs }: Operation, input: string): string {
  const found = inputs.find((each) => each.key === input);
  if (found === undefined)
    throw new Error(
      `The blueprint fills in "${input}", which ${key} does not have. Correct its description.`,
    );
  return found.label;
}

import type { Zap, ZapNode } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';

/** A step with what comes after it: one step, or the branches of a Paths container. */
export interface Step {
  readonly node: ZapNode;
  /** What the step is called in messages. */
  readonly name: string;
  readonly next: readonly Step[];
}

/** Whether the step is a Paths container. */
export function isPaths({ selected_api, action }: ZapNode): boolean {
  return selected_api === 'BranchingAPI' && action === 'branch';
}

/** The trigger with everything after it. Throws ZapProblem where the ids do not make one tree. */
export function stepTree(zap: Zap): Step {
  const nodes = Object.entries(zap.nodes).map(([key, node]) => {
    if (String(node.id) !== key)
      throw new ZapProblem(`Node "${key}" has the id ${node.id}; make them equal.`);
    return node;
  });
  const [trigger, ...others] = nodes.filter(({ parent_id }) => parent_id === null);
  if (trigger === undefined || others.length > 0)
    throw new ZapProblem(
      `"${zap.title}" needs exactly one step without a parent, the trigger; correct the parent_id of the others.`,
    );
  if (trigger.type_of !== 'read' || trigger.root_id !== null)
    throw new ZapProblem(
      `${nameOf(trigger)} has no parent, so it must be a trigger; put one there (type_of "read").`,
    );
  if (zap.id !== trigger.id)
    throw new ZapProblem(`"${zap.title}" has the id ${zap.id}, its trigger ${trigger.id}; make them equal.`);
  const tree = grow(trigger, nodes);
  const reached = new Set(flatten(tree).map(({ node }) => node.id));
  for (const node of nodes) {
    if (!reached.has(node.id))
      throw new ZapProblem(`${nameOf(node)} does not follow from the trigger; correct its parent_id.`);
    if (node !== trigger && (node.root_id !== trigger.id || node.type_of === 'read' || !node.paused))
      throw new ZapProblem(
        `${nameOf(node)} stands after the trigger; give it root_id ${trigger.id} and paused, and let it be no trigger.`,
      );
  }
  return tree;
}

/** The step and all after it, in the order of the file's branches. */
export function flatten(step: Step): readonly Step[] {
  return [step, ...step.next.flatMap(flatten)];
}

function grow(node: ZapNode, nodes: readonly ZapNode[]): Step {
  const next = nodes.filter(({ parent_id }) => parent_id === node.id);
  if (next.some(({ id }) => id <= node.id))
    throw new ZapProblem(
      `${nameOf(node)} comes before a step with a smaller id; number the steps in their order.`,
    );
  if (isPaths(node)) {
    const stray = next.find(
      ({ selected_api, action }) => selected_api !== 'BranchingAPI' || action !== 'filter',
    );
    if (next.length < 2 || stray)
      throw new ZapProblem(
        `${nameOf(node)} needs two or more branches, and nothing but branches; correct the parent_id of what follows.`,
      );
    next.sort((a, b) => Number(a.params.path_eval_index) - Number(b.params.path_eval_index));
  } else if (next.length > 1) {
    throw new ZapProblem(
      `${nameOf(node)} is followed by several steps, but only Paths can branch; correct their parent_id.`,
    );
  }
  return { node, name: nameOf(node), next: next.map((child) => grow(child, nodes)) };
}

function nameOf({ id, title, meta }: ZapNode): string {
  return `Step ${id} "${meta.stepTitle ?? title}"`;
}

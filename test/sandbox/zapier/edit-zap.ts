import { referencesIn } from './field-mapping.ts';
import { renumber } from './renumber-zap.ts';
import type { Zap, ZapExport, ZapNode } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';

/** A step as a person adds it in the editor. */
export interface NewStep extends Pick<ZapNode, 'type_of' | 'selected_api' | 'action' | 'params'> {
  readonly title: string;
}

/*
 * What a person does to a Zap in the editor, as changes of the exported file: steps are numbered anew in their order, and
 * mappings follow the steps they read. Whether the result can run is for `checkZap` to say. Every function throws
 * ZapProblem for a step that is not there.
 */

/** Fills in a param of a step; `undefined` empties it. */
export function setParam(zap: Zap, step: number, param: string, value: unknown): Zap {
  const { params } = stepOf(zap, step);
  const { [param]: _, ...others } = params;
  return change(zap, step, { params: value === undefined ? others : { ...params, [param]: value } });
}

/** Gives a step another title. */
export function renameStep(zap: Zap, step: number, title: string): Zap {
  const { meta } = stepOf(zap, step);
  const named = step === zap.id ? {} : { title };
  return change(zap, step, { ...named, meta: { ...meta, stepTitle: title } });
}

/** Gives the Zap another title. */
export function renameZap(zap: Zap, title: string): Zap {
  return { ...change(zap, zap.id, { title }), title };
}

/** Adds a step right after another. Throws ZapProblem after Paths, which nothing can follow. */
export function insertStep(zap: Zap, after: number, step: NewStep): Zap {
  const id = Math.max(...Object.values(zap.nodes).map((node) => node.id)) + 1;
  const node = newNode(zap, id, null, step);
  return renumber(putAfter({ ...zap, nodes: { ...zap.nodes, [id]: node } }, id, after), zap.id);
}

/**
 * Removes a step, such as a filter; what followed it follows the step before. Throws ZapProblem for the trigger, for a
 * step that branches, and while another step maps one of its outputs.
 */
export function removeStep(zap: Zap, step: number): Zap {
  const { [String(step)]: _, ...nodes } = takeOut(zap, step).nodes;
  for (const node of Object.values(nodes))
    if (readSteps(node).includes(step))
      throw new ZapProblem(
        `${nameOf(node)} maps step ${step}, which is to be removed; map another step first.`,
      );
  return renumber({ ...zap, nodes }, zap.id);
}

/** Moves a step right behind another. Throws ZapProblem as `removeStep` and `insertStep`, mappings apart. */
export function moveStep(zap: Zap, step: number, after: number): Zap {
  if (step === after) throw new ZapProblem(`Step ${step} cannot stand behind itself; name another step.`);
  return renumber(putAfter(takeOut(zap, step), step, after), zap.id);
}

/**
 * Puts Paths before a step: what stood there and after it becomes the first branch, the new steps the second; both run
 * always. Throws ZapProblem before the trigger.
 */
export function addPaths(zap: Zap, before: number, second: readonly NewStep[]): Zap {
  const { parent_id: after } = stepOf(zap, before);
  if (after === null) throw new ZapProblem(`Nothing can stand before step ${before}, which starts the Zap.`);
  const last = Math.max(...Object.values(zap.nodes).map(({ id }) => id));
  const [paths, first, other] = [last + 1, last + 2, last + 3];
  const added = [
    newNode(zap, paths, after, { ...PATHS, title: 'Split into paths', params: {} }),
    newNode(zap, first, paths, branch('Path A', 0)),
    newNode(zap, other, paths, branch('Path B', 1)),
    ...second.map((step, index) => newNode(zap, other + 1 + index, other + index, step)),
  ];
  const moved = { ...stepOf(zap, before), parent_id: first };
  const nodes = Object.fromEntries([moved, ...added].map((node) => [node.id, node]));
  return renumber({ ...zap, nodes: { ...zap.nodes, ...nodes } }, zap.id);
}

const PATHS = { selected_api: 'BranchingAPI', action: 'branch', type_of: 'write' } as const;

/** A branch that always runs: its one criterion asks for nothing. */
function branch(title: string, index: number): NewStep {
  const [id, group] = [1_000_000_000_000_001 + index, 1_000_000_000_000_101 + index];
  return {
    title,
    selected_api: 'BranchingAPI',
    action: 'filter',
    type_of: 'filter',
    params: {
      filter_criteria: [{ id, group, key: '', value: '', action: 'continue' }],
      path_eval_index: index,
      path_eval_stage: 1,
      isAlwaysRun: true,
    },
  };
}

/** Appends a copy of a Zap to the file, numbered on from its last step. The copy has its own title. */
export function duplicateZap(file: ZapExport, zap: number, title?: string): ZapExport {
  const original = file.zaps.find(({ id }) => id === zap);
  if (original === undefined) throw new ZapProblem(`The file has no Zap ${zap}; name another one.`);
  const last = Math.max(...file.zaps.flatMap(({ nodes }) => Object.values(nodes).map(({ id }) => id)));
  const copy = renameZap(original, title ?? `${original.title} (copy)`);
  return { ...file, zaps: [...file.zaps, renumber(copy, last + 1)] };
}

function newNode(zap: Zap, id: number, parent: number | null, { title, ...rest }: NewStep): ZapNode {
  const { triple_stores } = stepOf(zap, zap.id);
  return {
    ...rest,
    id,
    paused: true,
    title,
    meta: { $editor: { has_automatic_issues: false }, stepTitle: title, parammap: {} },
    triple_stores,
    parent_id: parent,
    root_id: zap.id,
    authentication_id: null,
  };
}

function stepOf({ nodes }: Zap, step: number): ZapNode {
  const node = nodes[String(step)];
  if (node === undefined) throw new ZapProblem(`The Zap has no step ${step}; name another one.`);
  return node;
}

function change(zap: Zap, step: number, more: Partial<ZapNode>): Zap {
  return { ...zap, nodes: { ...zap.nodes, [step]: { ...stepOf(zap, step), ...more } } };
}

/** Lets everything that followed a step follow another one. */
function hand(zap: Zap, from: number, to: number | null): Zap {
  const nodes = Object.entries(zap.nodes).map(([key, node]) => [
    key,
    node.parent_id === from ? { ...node, parent_id: to } : node,
  ]);
  return { ...zap, nodes: Object.fromEntries(nodes) };
}

function takeOut(zap: Zap, step: number): Zap {
  const node = stepOf(zap, step);
  if (node.parent_id === null)
    throw new ZapProblem(`${nameOf(node)} is the trigger, without which there is no Zap; change it instead.`);
  if (node.selected_api === 'BranchingAPI')
    throw new ZapProblem(`${nameOf(node)} branches; remove or move the steps of its branches instead.`);
  return hand(zap, step, node.parent_id);
}

function putAfter(zap: Zap, step: number, after: number): Zap {
  const { action, selected_api } = stepOf(zap, after);
  if (selected_api === 'BranchingAPI' && action === 'branch')
    throw new ZapProblem(
      `Nothing can follow the Paths of step ${after}; name a step of one of its branches.`,
    );
  return change(hand(zap, after, step), step, { parent_id: after });
}

function readSteps(node: ZapNode): readonly number[] {
  const { filter_criteria = [], ...params } = node.params;
  const keys = (filter_criteria as readonly { readonly key: string }[]).map(({ key }) => `{{${key}}}`);
  return referencesIn([params, keys.filter((key) => key !== '{{}}')], nameOf(node)).map(
    ({ stepId }) => stepId,
  );
}

function nameOf({ id, title, meta }: ZapNode): string {
  return `Step ${id} "${meta.stepTitle ?? title}"`;
}

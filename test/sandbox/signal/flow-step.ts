import type { RunReport } from '../make/open-scenario.ts';
import type { Zap } from '../zapier/zap-export.ts';
import type { ZapRun } from '../zapier/zap-run.ts';

/** A step of a flow, as the platform's editor lists it. */
export interface FlowStep {
  readonly title: string;
  readonly kind: 'trigger' | 'filter' | 'action';
  /** The key of the operation that it runs, in snake case; a step of the platform's own runs none. */
  readonly operation?: string;
  /** The module of Make that it is, or that it stands in front of. */
  readonly module?: number;
}

/** What became of a step when its flow ran. */
export interface StepRun extends FlowStep {
  readonly outcome: 'ran' | 'stopped' | 'failed' | 'waiting';
  /** How often it ran. */
  readonly times: number;
  /** Why it stopped the run or failed, in plain words. */
  readonly reason: string;
}

/** The steps of a Zap, in their order. */
export function zapSteps({ id, nodes }: Zap): readonly FlowStep[] {
  return Object.values(nodes).map(({ id: node, title, meta, action, type_of, selected_api }) => ({
    title: meta.stepTitle ?? title,
    kind: node === id ? 'trigger' : type_of === 'filter' ? 'filter' : 'action',
    ...(selected_api.startsWith('App') ? { operation: action } : {}),
  }));
}

/** The steps of a scenario, in their order; a filter stands in front of its module. */
export function scenarioSteps(blueprint: unknown): readonly FlowStep[] {
  const { flow } = blueprint as { readonly flow: readonly Module[] };
  return flow.flatMap(({ id, module, filter, metadata, mapper }, position) => {
    const name = module.startsWith('app#') ? module.split(':')[1] : undefined;
    const starts = position === 0 && Object.keys(mapper ?? {}).length === 0;
    const step: FlowStep = {
      title: metadata?.designer?.name ?? module,
      kind: starts ? 'trigger' : 'action',
      module: id,
      ...(name === undefined ? {} : { operation: toSnakeCase(name) }),
    };
    return filter?.name === undefined ? [step] : [{ title: filter.name, kind: 'filter', module: id }, step];
  });
}

interface Module {
  readonly id: number;
  readonly module: string;
  readonly filter?: { readonly name?: string };
  readonly mapper?: object | null;
  readonly metadata?: { readonly designer?: { readonly name?: string } };
}

/** What became of the steps of a Zap. */
export function zapStepRuns(steps: readonly FlowStep[], runs: readonly ZapRun[]): readonly StepRun[] {
  return steps.map((step) => {
    const results = runs.flatMap((run) => run.steps).filter(({ title }) => title === step.title);
    const bad = results.find(({ outcome }) => outcome !== 'success');
    const outcome = results.length === 0 ? 'waiting' : bad === undefined ? 'ran' : endOf(bad.outcome);
    return { ...step, outcome, times: results.length, reason: bad?.error ?? '' };
  });
}

function endOf(outcome: string): StepRun['outcome'] {
  return outcome === 'filtered' ? 'stopped' : 'failed';
}

/** What became of the steps of a scenario. */
export function scenarioStepRuns(
  steps: readonly FlowStep[],
  reports: readonly RunReport[],
): readonly StepRun[] {
  const errors = reports.flatMap((report) => report.errors);
  const timesOf = (module: number | undefined) =>
    reports.reduce((sum, { operationsByModule }) => sum + (operationsByModule[String(module)] ?? 0), 0);
  return steps.map((step, index) => {
    const error = errors.find(({ module }) => module === step.module);
    const times = timesOf(step.module);
    const reached = timesOf(steps[index - 1]?.module) > 0;
    if (step.kind === 'filter') {
      const passed = times > 0 || error !== undefined;
      return { ...step, outcome: passed ? 'ran' : reached ? 'stopped' : 'waiting', times, reason: '' };
    }
    if (error !== undefined) return { ...step, outcome: 'failed', times, reason: error.error.message };
    return { ...step, outcome: times > 0 ? 'ran' : 'waiting', times, reason: '' };
  });
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

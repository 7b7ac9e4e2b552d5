import type { AppRuntime, InputField } from './app-runtime.ts';
import { criteriaOf } from './criteria.ts';
import { checkErrorHandler, guardedEndOf } from './error-handler.ts';
import { type Reference, referencesIn, toReference } from './field-mapping.ts';
import { type Operation, operationOf, outputNames, staticInputFields } from './operation.ts';
import { checkSlackMessage } from './slack-message.ts';
import { checkSlackTrigger } from './slack-trigger.ts';
import { flatten, type Step, stepTree } from './step-tree.ts';
import type { Zap } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';

/** A Zap that can be switched on: its steps, and what each does. */
export interface CheckedZap {
  readonly trigger: Step;
  readonly operations: ReadonlyMap<number, Operation>;
}

/**
 * Checks a Zap against the app it will run on. Throws ZapProblem for what Zapier's editor would mark: unknown apps,
 * versions, actions and inputs, mappings to steps that have not run or to fields they do not have.
 */
export function checkZap(zap: Zap, app: AppRuntime, appName: string): CheckedZap {
  const trigger = stepTree(zap);
  const operations = new Map(
    flatten(trigger).map((step) => [step.node.id, operationOf(step, app, appName)] as const),
  );
  checkStep(trigger, operations, []);
  return { trigger, operations };
}

/** Throws ZapProblem for a param that no field of the operation takes; the platform's own (`_zap_…`) pass. */
export function assertKnownInputs(step: Step, fields: readonly InputField[]): void {
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(step.node.params).find((key) => !key.startsWith('_zap_') && !known.has(key));
  if (unknown !== undefined)
    throw new ZapProblem(
      `${step.name}: there is no input "${unknown}"; remove it, or take one of ${[...known].join(', ')}.`,
    );
}

function checkStep(step: Step, operations: ReadonlyMap<number, Operation>, before: readonly number[]): void {
  const operation = operations.get(step.node.id);
  if (operation !== undefined) checkPlace(step, operation, before.length === 0);
  if (operation !== undefined && 'definition' in operation) {
    const fields = staticInputFields(operation.definition);
    if (fields) assertKnownInputs(step, fields);
  }
  if (operation?.kind === 'slack-message') checkSlackMessage(step);
  if (operation?.kind === 'slack-trigger') checkSlackTrigger(step, operation.event);
  checkErrorHandler(step);
  for (const reference of references(step)) checkReference(step, reference, operations, before);
  const known = [...before, step.node.id];
  for (const child of step.next) {
    const failed = guardedEndOf(child) === 'error' ? step.node.parent_id : undefined;
    checkStep(
      child,
      operations,
      known.filter((id) => id !== failed),
    );
  }
}

function checkPlace({ name }: Step, { kind }: Operation, isFirst: boolean): void {
  const starts = kind === 'trigger' || kind === 'hook' || kind === 'schedule' || kind === 'slack-trigger';
  if (starts === isFirst) return;
  throw new ZapProblem(
    isFirst
      ? `${name} starts no Zap; put a trigger there.`
      : `${name} is a trigger, which only starts a Zap; put an action there.`,
  );
}

function references(step: Step): readonly Reference[] {
  const { filter_criteria, savedFilterCriteria: _, ...params } = step.node.params;
  const asksForError = guardedEndOf(step) !== undefined;
  const criteria =
    filter_criteria === undefined || asksForError ? [] : criteriaOf(step).filter(({ key }) => key !== '');
  return [
    ...criteria.map(({ key }) => toReference(key, step.name)),
    ...criteria.flatMap(({ value }) => referencesIn(value, step.name)),
    ...referencesIn(params, step.name),
  ];
}

function checkReference(
  { name }: Step,
  { stepId, field }: Reference,
  operations: ReadonlyMap<number, Operation>,
  before: readonly number[],
): void {
  const source = operations.get(stepId);
  if (source === undefined || !before.includes(stepId))
    throw new ZapProblem(
      `${name} maps step ${stepId}, which has not run well before it; map another step or move this one.`,
    );
  const names = outputNames(source);
  if (names !== undefined && !names.has(field))
    throw new ZapProblem(
      `${name}: step ${stepId} has no output "${field}"; map ${[...names].join(', ') || 'another step'}.`,
    );
}

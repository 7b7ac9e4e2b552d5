import { criteriaOf } from './criteria.ts';
import type { Step } from './step-tree.ts';
import { ZapProblem } from './zap-problem.ts';

/** How the guarded step ended, as the two branches of its error handler ask for it. */
export type GuardedEnd = 'success' | 'error';

/** Whether the errors of a step are handled by the Paths that follow it. */
export function isGuarded({ node }: Step): boolean {
  return node.meta.$error_wrapper?.error_step_under_test === true;
}

/** The end that a branch is for; `undefined` for one that is no part of an error handler. */
export function guardedEndOf(branch: Step): GuardedEnd | undefined {
  const { filter_criteria, ignore_dependency_errors } = branch.node.params;
  if (!Array.isArray(filter_criteria)) return undefined;
  const [criterion, ...others] = criteriaOf(branch);
  if (criterion === undefined || others.length > 0 || !criterion.key.endsWith(DID_NOT_ERROR))
    return undefined;
  if (criterion.match !== 'iexist') return undefined;
  if (criterion.action === 'continue') return 'success';
  return ignore_dependency_errors === true ? 'error' : undefined;
}

const DID_NOT_ERROR = '___zap_step_did_not_error';

/** Throws ZapProblem for half an error handler: a guarded step without its two branches, or branches without it. */
export function checkErrorHandler(step: Step): void {
  if (!isHandler(step) && step.next.some((branch) => guardedEndOf(branch) !== undefined))
    throw new ZapProblem(`${step.name} branches by an error but handles none; give it $error_wrapper.`);
  const [handler] = step.next;
  const handles = handler !== undefined && isHandler(handler);
  if (isGuarded(step) !== handles)
    throw new ZapProblem(
      isGuarded(step)
        ? `${step.name} is guarded, so the Paths that handle its errors must follow; add them or remove $error_wrapper.`
        : `${handler?.name} handles errors, but ${step.name} is not guarded; mark it or remove $error_wrapper.`,
    );
  if (handler === undefined || !handles) return;
  const ends = handler.next.map(guardedEndOf);
  const fits = handler.next.every((branch) =>
    criteriaOf(branch).every(({ key }) => key === `${step.node.id}${DID_NOT_ERROR}`),
  );
  if (!fits || ends.length !== 2 || !ends.includes('success') || !ends.includes('error'))
    throw new ZapProblem(
      `${handler.name} needs one branch for success and one for errors of step ${step.node.id}; restore both.`,
    );
}

function isHandler({ node }: Step): boolean {
  return node.meta.$error_wrapper?.error_wrapper_as_path === true;
}

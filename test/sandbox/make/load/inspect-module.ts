import { withEpoch } from '../trigger/epoch.ts';
import type { Communication, MakeModule, ModuleType } from './app.ts';
import type { RequestDirectives } from './directives.ts';
import { inspectStep, type StepPlace } from './inspect-step.ts';
import { type Problem, refusalProblem } from './problem.ts';

/** The steps of a communication, in order. */
export function stepsOf(communication: Communication): readonly RequestDirectives[] {
  return Array.isArray(communication) ? communication : [communication as RequestDirectives];
}

/** Finds what is open, or cannot work, in a module's communication and epoch. */
export function inspectModule(module: MakeModule): readonly Problem[] {
  const { file, json } = module.communication;
  const steps = stepsOf(json);
  const place: StepPlace =
    module.type === 'trigger' ? 'trigger' : module.type === 'instant_trigger' ? 'instant' : 'module';
  const pathOf = (index: number) => (Array.isArray(json) ? `/${index}` : '');
  return [
    ...steps.flatMap((step, index) => inspectStep(step, place, file, pathOf(index))),
    ...steps.flatMap((step, index) =>
      misplaced(module.type, step, index === steps.length - 1, file, pathOf(index)),
    ),
    ...epochProblems(module),
    ...typeProblems(module),
  ];
}

function epochProblems({ communication, epoch }: MakeModule): readonly Problem[] {
  const last = stepsOf(communication.json).at(-1);
  if (last === undefined || Object.keys(epoch.json).length === 0) return [];
  return inspectStep(withEpoch(last, epoch.json, epoch.file), 'trigger', epoch.file, '');
}

function misplaced(
  type: ModuleType,
  step: RequestDirectives,
  last: boolean,
  file: string,
  path: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const forbid = (met: boolean, at: string, why: string) =>
    met && problems.push({ file, path: `${path}${at}`, reason: `${why} Remove it.` });
  const { iterate } = step.response ?? {};
  if (type === 'action' || type === 'universal') {
    forbid(
      last && iterate !== undefined,
      '/response/iterate',
      'An action emits one bundle, so it has no iterate.',
    );
    forbid(
      step.pagination !== undefined,
      '/pagination',
      'An action emits one bundle, so it has no pagination.',
    );
  }
  if (type === 'instant_trigger') {
    forbid(
      iterate !== undefined,
      '/response/iterate',
      'An instant trigger runs once per item of its webhook.',
    );
    forbid(
      step.pagination !== undefined,
      '/pagination',
      'An instant trigger runs once per item of its webhook.',
    );
  }
  if ((type === 'trigger' && last) !== (step.response?.trigger !== undefined))
    problems.push(refusalProblem('trigger-place', file, `${path}/response/trigger`));
  if (type === 'trigger' && last && (step.url === undefined || iterate === undefined))
    problems.push({
      file,
      path,
      reason: 'A polling trigger needs a url and iterate in its last step. Add them.',
    });
  return problems;
}

function typeProblems(module: MakeModule): readonly Problem[] {
  const file = module.communication.file;
  const problems: Problem[] = [];
  const when = (met: boolean, reason: string) => met && problems.push({ file, path: '', reason });
  const steps = stepsOf(module.communication.json);
  when(
    module.type === 'instant_trigger' && steps.length > 1,
    'An instant trigger makes at most one request. Remove the others.',
  );
  when(
    module.type === 'instant_trigger' && module.webhook === undefined,
    'An instant trigger needs a webhook. Name it in makecomapp.json.',
  );
  when(
    module.type !== 'instant_trigger' && module.webhook !== undefined,
    'Only an instant trigger has a webhook. Remove it in makecomapp.json.',
  );
  when(
    module.type === 'trigger' && module.mappableParams.json.length > 0,
    'A polling trigger stands first, so nothing can be mapped into it. Use static parameters.',
  );
  return problems;
}

import { slackProblem } from '../../slack/problem.ts';
import type { Dropdown } from './dropdown.ts';

/** The user groups in use; none where the plan has no groups or the app may not see them. */
export const userGroups: Dropdown = async ({ slack }) => {
  const method = 'usergroups.list';
  const answer = await slack(method, {});
  if (!answer.ok) {
    const error = answer.error ?? 'unknown_error';
    if (error === 'plan_upgrade_required' || error === 'missing_scope') return { choices: [] };
    throw slackProblem(method, { ...answer, ok: false, error });
  }
  return {
    choices: (answer.usergroups as readonly { readonly id: string; readonly handle: string }[]).map(
      ({ id, handle }) => ({ id, label: `@${handle}` }),
    ),
  };
};

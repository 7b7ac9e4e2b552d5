import { slackProblem } from '../../slack/problem.ts';
import type { ChoicePage, Dropdown } from './dropdown.ts';

/** What a method of Slack says, and the lines in it. */
export interface SlackChoices {
  readonly body: (from: string | undefined) => Readonly<Record<string, unknown>>;
  readonly read: (answer: Readonly<Record<string, unknown>>) => ChoicePage;
  /** Refusals after which there are no lines; others are errors. */
  readonly none?: readonly string[];
}

/** A dropdown that one method of Slack fills. */
export function slackDropdown(slackMethod: string, { body, read, none = [] }: SlackChoices): Dropdown {
  const load: Dropdown = async ({ slack }, { from } = {}) => {
    const answer = await slack(slackMethod, body(from));
    if (answer.ok) return read(answer);
    const error = answer.error ?? 'unknown_error';
    if (none.includes(error)) return { choices: [] };
    throw slackProblem(slackMethod, { ...answer, ok: false, error });
  };
  return Object.assign(load, { slackMethod });
}

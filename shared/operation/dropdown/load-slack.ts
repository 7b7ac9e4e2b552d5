import type { Connection } from '../../delivery/connection.ts';
import { slackProblem } from '../../slack/problem.ts';
import { type ChoicePage, choicesOf, type Item } from './choice.ts';
import type { Line, SlackItems } from './dropdown.ts';

/** Reads a page of what a method of Slack lists. Throws what the method's refusal means. */
export async function loadFromSlack(
  { method, parameters, list, none = [], line }: SlackItems & { readonly line: Line },
  slack: Connection['slack'],
  inputs: Item,
  from: string | undefined,
): Promise<ChoicePage> {
  const answer = await slack(method, { ...parameters, ...(from === undefined ? {} : { cursor: from }) });
  if (!answer.ok) {
    const error = answer.error ?? 'unknown_error';
    if (none.includes(error)) return { choices: [] };
    throw slackProblem(method, { ...answer, ok: false, error });
  }
  const { next_cursor: next } = (answer.response_metadata ?? {}) as { readonly next_cursor?: string };
  return { choices: choicesOf(answer[list] as readonly Item[], line, inputs), ...(next ? { next } : {}) };
}

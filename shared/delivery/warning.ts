import { SCOPE_FIX } from '../error.ts';
import {
  and,
  answer,
  choose,
  collect,
  concat,
  type Expression,
  equal,
  exists,
  isIn,
  not,
  note,
  startsWith,
  type Template,
} from '../language/index.ts';
import * as salesforce from '../salesforce/problem.ts';
import * as slack from '../slack/problem.ts';

/** Slack's refusals that say what was wanted is there. */
const NO_HARM = ['already_pinned', 'already_in_channel', 'cant_invite_self'];

/** What a person does when Salesforce gave no answer. */
const LOST_FIX = 'Look into Salesforce whether it is there, and add it by hand if not.';

/** The notes that keep Slack's refusal of a step that stops nothing, for the warning of the same name. */
export function refusal(name: string): Readonly<Record<string, Template>> {
  return { [`${name}Error`]: answer('text', 'error'), [`${name}Scope`]: answer('text', 'needed') };
}

/** What was refused on the way although the delivery is complete, each with what to do about it. */
export function warnings(
  labels: Readonly<Record<'slack' | 'salesforce', Readonly<Record<string, string>>>>,
): Expression<'list'> {
  return collect([
    ...Object.entries(labels.slack).map(([name, label]) => {
      const code = note('text', `${name}Error`);
      const remedy = choose(
        'text',
        [
          [
            equal(code, 'missing_scope'),
            concat(SCOPE_FIX.before, note('text', `${name}Scope`), SCOPE_FIX.after),
          ],
          ...remedies(code, slack.slackFixes),
        ],
        slack.OTHER_FIX,
      );
      return {
        when: and(exists(code), not(isIn(code, NO_HARM))),
        value: sentence(label, 'Slack', code, remedy),
      };
    }),
    ...Object.entries(labels.salesforce).map(([name, label]) => {
      const code = note('text', `${name}Error`);
      const remedy = choose(
        'text',
        [[startsWith(code, 'dealwire_'), LOST_FIX], ...remedies(code, salesforce.salesforceFixes)],
        salesforce.OTHER_FIX,
      );
      return { when: exists(code), value: sentence(label, 'Salesforce', code, remedy) };
    }),
  ]);
}

function remedies(code: Expression<'text'>, fixes: Readonly<Record<string, string>>) {
  return Object.entries(fixes).map(([known, fix]) => [equal(code, known), fix] as const);
}

function sentence(
  label: string,
  service: string,
  code: Expression<'text'>,
  remedy: Expression<'text'>,
): Expression<'text'> {
  return concat(`${label}: ${service} did not do it (`, code, '). ', remedy);
}

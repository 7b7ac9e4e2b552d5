import { prepareCall } from '../delivery/call.ts';
import { and, answer, less, parametersOf } from '../language/index.ts';
import { compileValue } from '../target/js/compile.ts';
import { asList } from '../target/js/value.ts';
import { checkInputs } from './check-input.ts';
import type { Poll } from './perform-trigger.ts';
import { LOOK_BACK, prepareRows, scopeWith } from './trigger-rows.ts';
import { firstDelivery, type ToldTrigger, undelivered } from './undelivered.ts';

const firstRows = compileValue(answer('list', 'first', 'body', 'records'));

/**
 * Compiles the trigger for what was not delivered. What there was before something of the delivery name was delivered for the
 * first time is told when it is set up and never again; what came later is news, however often the flow was off meanwhile.
 */
export function prepareUndelivered(trigger: ToldTrigger): Poll {
  const { operation, ...found } = undelivered(trigger);
  const before = less(found.at, parametersOf({ first: 'instant' })('first'));
  const news = prepareRows({ operation, ...found }, found.read);
  const old = prepareRows(
    { operation, ...found, keep: found.keep === undefined ? before : and(found.keep, before) },
    found.read,
  );
  const readFirst = prepareCall(firstDelivery);
  return async ({ salesforce, slack, ...given }, values, { settingUp, ...time }) => {
    const checked = checkInputs(operation, values);
    const context = { salesforce, slack, ...time };
    const scope = scopeWith(checked, settingUp ? 0 : time.now() - LOOK_BACK, time.now());
    if (!settingUp) return news(context, scope, given);
    await found.check?.(salesforce, checked);
    const { answer: read, problem } = await readFirst(context, scope(given));
    if (problem) throw problem;
    const [row] = asList(firstRows(scope(given, { answer: read }))) as readonly { CreatedDate?: string }[];
    const first = row?.CreatedDate ?? new Date(time.now()).toISOString();
    return old(context, scopeWith({ ...checked, first }, 0, time.now()), given);
  };
}

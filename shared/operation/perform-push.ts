import type { Connection } from '../delivery/connection.ts';
import type { Context } from '../delivery/run.ts';
import { pushSecret, readPush } from '../receive/push.ts';
import { subscribe, unsubscribe } from '../receive/subscription.ts';
import { compileValue } from '../target/js/compile.ts';
import { checkInputs } from './check-input.ts';
import type { PushTrigger } from './pushed.ts';
import { LOOK_BACK, type Noticed, prepareRows, scopeWith } from './trigger-rows.ts';

type Values = Readonly<Record<string, unknown>>;

/** A trigger that Salesforce calls. Each function throws the errors of `shared/error.ts`. */
export interface PreparedPush {
  /** Lets the package call an address; `key` is what the secret of the calls is made with. */
  subscribe(
    connection: Connection,
    values: Values,
    target: { readonly url: string; readonly key: string },
  ): Promise<{ readonly id: string }>;
  /** Ends that. */
  unsubscribe(connection: Connection, id: string): Promise<{ readonly id: string }>;
  /**
   * Reads the records that a call names, and returns what is news of them, newest first. Nothing else of a call is believed, and what happened
   * before the time that a poll looks back is no news here either.
   */
  receive(
    connection: Connection,
    values: Values,
    call: { readonly body: unknown; readonly key: string },
    time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  ): Promise<readonly Noticed[]>;
}

/**
 * Compiles a trigger for the push of the package. The secret of its calls is worked out anew each time, so that no platform
 * has to keep it.
 */
export function preparePush(trigger: PushTrigger): PreparedPush {
  const { object, inputs, entry } = trigger.push;
  const readRows = prepareRows(trigger, trigger.named);
  const entryOf = compileValue(entry);
  return {
    subscribe: async ({ salesforce, organizationId }, values, { url, key }) => {
      const wanted = entryOf(scopeWith(checkInputs({ inputs }, values), 0, 0)({}));
      const secret = pushSecret(key, organizationId, object);
      return { id: await subscribe(salesforce, { url, object, entry: String(wanted ?? ''), secret }) };
    },
    unsubscribe: async ({ salesforce }, id) => {
      await unsubscribe(salesforce, id);
      return { id };
    },
    receive: async ({ salesforce, slack, ...given }, values, { body, key }, time) => {
      const { organizationId } = given;
      const secret = pushSecret(key, organizationId, object);
      const record_ids = readPush(body, { object, organizationId, secret });
      if (record_ids.length === 0) return [];
      const checked = { ...checkInputs({ inputs }, values), record_ids };
      const scope = scopeWith(checked, time.now() - LOOK_BACK, time.now());
      return readRows({ salesforce, slack, ...time }, scope, given);
    },
  };
}

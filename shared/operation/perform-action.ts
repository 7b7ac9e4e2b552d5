import type { Connection } from '../delivery/connection.ts';
import { type Context, prepareDelivery } from '../delivery/run.ts';
import { SalesforceLimitedError, SalesforceUsedUpError } from '../error.ts';
import type { Action } from './action.ts';
import { checkInputs } from './check-input.ts';
import { FALL_BACK } from './input/if-limited.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a run has besides its connection and inputs. */
export interface RunOptions extends Pick<Context, 'now' | 'sleep' | 'deadline'> {
  /** Random text that tells this run from every other. */
  readonly holder: string;
  /** A run from the editor: it says TEST and addresses nobody. */
  readonly test: boolean;
}

/** What every action returns, among other things. */
export interface ActionResult extends Values {
  readonly outcome: string;
  readonly already_delivered: boolean;
}

/**
 * Runs an action, or goes on where an earlier run stopped. Throws the errors of `shared/error.ts`; a delivery that failed
 * is given back, so that the platform may simply run it again.
 */
export type RunAction = (
  connection: Connection,
  values: Values,
  options: RunOptions,
) => Promise<ActionResult>;

/** Compiles an action and returns what runs it. */
export function prepareAction({ operation, object, delivery }: Action): RunAction {
  const deliver = prepareDelivery(delivery);
  return async (connection, values, { now, sleep, deadline, holder, test }) => {
    const checked = checkInputs(operation, values);
    const { salesforce, slack, instanceUrl, organizationId, teamId } = connection;
    const run = deliver(
      { salesforce, slack, now, sleep, deadline },
      {
        ...checked,
        ...(test ? { event_key: `test-${holder}` } : {}),
        record_ids: [checked.record_id],
      },
      {
        organizationId,
        teamId,
        instanceUrl,
        holder,
        recordId: String(checked.record_id ?? ''),
        object,
        test,
        testPrefix: test ? 'test-' : '',
        mark: test ? 'TEST ' : '',
      },
    );
    return (await run.catch((error: unknown) => {
      const falls = checked.if_limited === FALL_BACK && error instanceof SalesforceLimitedError;
      throw falls ? new SalesforceUsedUpError() : error;
    })) as ActionResult;
  };
}

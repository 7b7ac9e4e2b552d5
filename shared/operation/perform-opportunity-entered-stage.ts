import type { Connection } from '../delivery/connection.ts';
import { assertStages } from './assert-stages.ts';
import { checkInputs } from './check-input.ts';
import { opportunityEnteredStage } from './opportunity-entered-stage.ts';
import { findEntriesSince, type OpportunityEntry } from './opportunity-entry.ts';

/**
 * Milliseconds a poll looks back: a connection that breaks on Friday evening and is renewed on Monday morning misses
 * nothing. The platform and the ledger drop what was seen before.
 */
const LOOK_BACK = 3 * 24 * 60 * 60 * 1000;

/** What a poll has besides its connection and inputs. */
export interface PollOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /**
   * The platform wants an example, or what there was before it starts to watch: entries of any age, after a check that
   * the org has the stages.
   */
  readonly settingUp: boolean;
}

/**
 * The opportunities that entered a chosen stage, newest first; one API call, and one more when `settingUp`. Throws the
 * errors of `shared/error.ts`.
 */
export async function performOpportunityEnteredStage(
  { salesforce, instanceUrl }: Pick<Connection, 'salesforce' | 'instanceUrl'>,
  values: Readonly<Record<string, unknown>>,
  { now, settingUp }: PollOptions,
): Promise<readonly OpportunityEntry[]> {
  const checked = checkInputs(opportunityEnteredStage.inputs, values);
  const stages = checked.stages as readonly string[];
  const request = { instanceUrl, deliveryName: String(checked.delivery_name), stages, now };
  const [entries] = await Promise.all([
    findEntriesSince(salesforce, request, settingUp ? now : LOOK_BACK),
    settingUp ? assertStages(salesforce, stages) : undefined,
  ]);
  return entries;
}

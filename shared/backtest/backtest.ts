import { checkInputs } from '../operation/check-input.ts';
import type { Input } from '../operation/definition.ts';
import { timeZone } from '../operation/input/time-zone.ts';
import { DAY, scopeWith } from '../operation/trigger-rows.ts';
import type { Salesforce } from '../salesforce/client.ts';
import { changesOf, findFirings } from './find-firings.ts';
import type { Past, Row } from './past.ts';
import { type Found, MOST_CHANGES, MOST_RECORDS, readRecords } from './read-records.ts';
import { type Tally, tally } from './tally.ts';

/** Days that a backtest looks back at most. */
export const MOST_DAYS = 365;

const days: Input = {
  key: 'days',
  label: 'Days',
  help: `How many days back to count, ${MOST_DAYS} at most.`,
  type: 'number',
  default: '30',
  least: 1,
  highest: MOST_DAYS,
};

/** What a signal would have done in the past days. */
export interface Backtest extends Tally {
  readonly signal: string;
  readonly days: number;
  /** ISO 8601. */
  readonly since: string;
  readonly until: string;
  readonly timeZone: string;
  /** The inputs of the trigger as they were counted by. */
  readonly inputs: Row;
  /** Calls of the Salesforce API that it took. */
  readonly salesforceCalls: number;
  /** Why the count is not exact, each in a sentence; empty when it is. */
  readonly limits: readonly string[];
}

function backtestInputs({ inputs }: Past): readonly Input[] {
  return [...inputs, days, timeZone('The time zone of days and weekdays.')];
}

/**
 * Counts how often a signal would have fired in the past days, up to `now` in epoch milliseconds. Reads only; owners are
 * those of today, and records that were deleted since are not counted. Throws the errors of `shared/error.ts`.
 */
export async function backtest(
  past: Past,
  salesforce: Salesforce,
  values: Row,
  now: number,
): Promise<Backtest> {
  const { days, time_zone, ...inputs } = checkInputs({ inputs: backtestInputs(past) }, values);
  let salesforceCalls = 0;
  const counting: Salesforce = (call) => {
    salesforceCalls += 1;
    return salesforce(call);
  };
  await past.check?.(counting, inputs);
  const since = now - Number(days) * DAY;
  const zone = String(time_zone ?? 'UTC');
  const found = await readRecords(past, counting, scopeWith(inputs, since, now)({}));
  const firings = findFirings(past, found.records, scopeWith(inputs, 0, now)({}));
  return {
    signal: past.signal,
    days: Number(days),
    since: new Date(since).toISOString(),
    until: new Date(now).toISOString(),
    timeZone: zone,
    inputs,
    ...tally(firings, { since, until: now, zone }),
    salesforceCalls,
    limits: limitsOf(past, found, inputs),
  };
}

function limitsOf(past: Past, { records, hasHistory }: Found, inputs: Row): readonly string[] {
  const long = records.filter((record) => changesOf(past, record).length >= MOST_CHANGES).length;
  return [
    ...(records.length < MOST_RECORDS
      ? []
      : [`Only the newest ${MOST_RECORDS} records were read, so there were more. Count fewer days.`]),
    ...(hasHistory || past.history === undefined ? [] : [past.history.without]),
    ...(long === 0
      ? []
      : [`${long} record(s) changed ${MOST_CHANGES} times or more; their earlier changes are not counted.`]),
    ...(past.limits?.(inputs) ?? []),
  ];
}

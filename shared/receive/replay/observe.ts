import { isRecordId, toRecordId18 } from '../../salesforce/record-id.ts';
import type { ReplayedEvent } from './drain.ts';

/** What an event says of a record's state. */
export interface Observation {
  readonly recordId: string;
  /** Tells the change from others of the record; the same each time that the event is read. */
  readonly mark: string;
  /** The value that the field got; missing when it got none. Not there when only Salesforce knows it. */
  readonly value?: string | undefined;
  readonly known: boolean;
}

/** What events say, in the order of their commits. */
export interface Observed {
  readonly observations: readonly Observation[];
  /** Records changed of which the events do not tell all. */
  readonly incomplete: boolean;
}

interface Header {
  readonly changeType: string;
  readonly recordIds: readonly string[];
  readonly changedFields?: readonly string[];
  readonly transactionKey?: string;
  readonly commitTimestamp?: number;
}

/** Change types after which a record is there with the values that the event holds. */
const WHOLE: ReadonlySet<string> = new Set(['CREATE', 'UNDELETE']);

/**
 * Reads what events since a time (epoch milliseconds) say of one field. An event may be about several records; an update that
 * did not touch the field says nothing, one that only marks a gap says that the record has to be read.
 */
export function observe(events: readonly ReplayedEvent[], field: string, since: number): Observed {
  const observations: Observation[] = [];
  let incomplete = false;
  for (const { payload } of events) {
    const header = payload.ChangeEventHeader as Header;
    const { changeType, recordIds, changedFields = [], transactionKey = '', commitTimestamp = 0 } = header;
    if (commitTimestamp < since || changeType === 'DELETE' || changeType === 'GAP_DELETE') continue;
    const isGap = changeType.startsWith('GAP_');
    if (!isGap && !WHOLE.has(changeType) && !changedFields.includes(field)) continue;
    const ids = recordIds.filter((id) => isRecordId(id));
    incomplete ||= changeType === 'GAP_OVERFLOW' || ids.length < recordIds.length;
    if (changeType === 'GAP_OVERFLOW') continue;
    const value = payload[field];
    for (const id of ids)
      observations.push({
        recordId: toRecordId18(id),
        mark: transactionKey,
        known: !isGap,
        ...(isGap ? {} : { value: value === undefined || value === null ? undefined : String(value) }),
      });
  }
  return { observations, incomplete };
}

import type { ChangeEvent } from '../../shared/receive/change-event.ts';
import type { SalesforceStandIn } from './salesforce/salesforce.ts';

/** Fields of an event's payload that a person could have changed; the rest is Salesforce's own. */
const WRITABLE = ['Name', 'StageName', 'Amount', 'CloseDate', 'Type'] as const;

/** Why an event changes nothing in the sample org; undefined when it was applied. */
export function applyEvent(
  salesforce: SalesforceStandIn,
  { object, recordIds, changeType, values }: ChangeEvent,
): string | undefined {
  if (changeType.endsWith('DELETE')) return `the event says ${changeType}, and a deleted record has no room`;
  const known = new Set(salesforce.records(object).map(({ Id }) => Id));
  const unknown = recordIds.filter((id) => !known.has(id));
  if (unknown.length > 0) return `the sample org has no ${object} ${unknown.join(', ')}`;
  const changes = Object.fromEntries(
    WRITABLE.filter((field) => values[field] !== undefined).map((field) => [field, values[field]]),
  );
  for (const id of recordIds) salesforce.update(object, id, changes);
  return undefined;
}

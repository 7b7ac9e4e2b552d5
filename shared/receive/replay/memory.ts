import { Ledger, status } from '../../delivery/ledger.ts';
import { fieldsOf, isIn, parametersOf } from '../../language/index.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import type { Salesforce } from '../../salesforce/client.ts';
import { salesforceProblemOf } from '../../salesforce/problem.ts';
import { bindQuery } from '../../target/soql/bind.ts';
import { compileQuery } from '../../target/soql/compile.ts';

import { chunks } from './chunks.ts';

/** What a ledger row remembers for a trigger. */
export interface Memory {
  readonly key: string;
  readonly text: string;
  /** Minutes since it was last written, by Salesforce's clock. */
  readonly idle: number;
}

/** A row to write. */
export interface ToRemember {
  readonly key: string;
  readonly text: string;
  readonly recordId?: string;
}

const row = fieldsOf(Ledger);
const rows = compileQuery({
  from: Ledger.name,
  select: [row('Key__c'), row('State__c'), row('Idle_Minutes__c')],
  where: isIn(row('Key__c'), parametersOf({ keys: 'list' })('keys')),
});

/** Keys that fit one query. */
const KEYS = 100;
/** Parts of a Composite call. */
const PARTS = 25;

/** The rows with some keys that are there; one call for each hundred keys. */
export async function recall(
  salesforce: Salesforce,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Memory>> {
  const found = new Map<string, Memory>();
  for (const some of chunks(keys, KEYS)) {
    const query = bindQuery(rows, { parameters: { keys: some }, now: 0 });
    const path = `${API_PATH}/query?q=${encodeURIComponent(query)}`;
    const { records } = (await salesforce({ method: 'GET', path })) as { readonly records: readonly Row[] };
    for (const { Key__c: key, State__c, Idle_Minutes__c: idle } of records)
      found.set(key, { key, text: State__c ?? '', idle });
  }
  return found;
}

interface Row {
  readonly Key__c: string;
  readonly State__c: string | null;
  readonly Idle_Minutes__c: number;
}

/**
 * Writes rows in their order, by their keys: those of a call all or none, so that a position that is written last never gets ahead of
 * the rest. One call for each 25.
 */
export async function remember(
  salesforce: Salesforce,
  { delivery, organizationId, teamId }: { delivery: string; organizationId: string; teamId: string },
  memories: readonly ToRemember[],
): Promise<void> {
  for (const some of chunks(memories, PARTS)) {
    const compositeRequest = some.map(({ key, text, recordId }, at) => ({
      method: 'PATCH',
      url: `${API_PATH}/sobjects/${Ledger.name}/Key__c/${encodeURIComponent(key)}`,
      referenceId: `row${at}`,
      body: {
        Status__c: status.memory,
        Delivery__c: delivery,
        Organization__c: organizationId,
        Team__c: teamId,
        State__c: text,
        ...(recordId === undefined ? {} : { Record_Id__c: recordId }),
      },
    }));
    const { compositeResponse } = (await salesforce({
      method: 'POST',
      path: `${API_PATH}/composite`,
      body: { allOrNone: true, compositeRequest },
    })) as { readonly compositeResponse: readonly { httpStatusCode: number; body: unknown }[] };
    const refused = compositeResponse.find(
      ({ httpStatusCode, body }) => httpStatusCode >= 400 && !isHalted(body),
    );
    if (refused !== undefined) throw salesforceProblemOf(refused.body, `/sobjects/${Ledger.name}`);
  }
}

function isHalted(body: unknown): boolean {
  return Array.isArray(body) && body[0]?.errorCode === 'PROCESSING_HALTED';
}

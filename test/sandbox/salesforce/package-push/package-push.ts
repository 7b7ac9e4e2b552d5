import { pushRules } from '../../../../shared/receive/push-rule.ts';
import type { Background } from '../callout/background.ts';
import type { CallOut } from '../callout/callout.ts';
import type { Change } from '../dml/change.ts';
import type { Org } from '../org.ts';
import type { Row } from '../schema/type.ts';
import { isTold, meets } from './matters.ts';

/** One job of the package: it calls the subscriptions of the object whose entry criteria were met, one after the other. */
export interface PushJob {
  /** As the receivers get it: `707…`. */
  readonly id: string;
  readonly object: string;
  /** The records that met entry criteria, by these. */
  readonly recordIds: ReadonlyMap<string, readonly string[]>;
  status: 'Queued' | 'Completed' | 'Failed';
  /** Which subscriptions did not take it, and why; empty otherwise. */
  error: string;
}

/** The triggers of the Dealwire package in this org. */
export interface PackagePush {
  /** The objects whose trigger part is installed; may be changed while the stand-in runs. */
  triggers: string[];
  /** Every job so far. */
  readonly jobs: readonly PushJob[];
}

/** Records in one trigger. */
const MOST_RECORDS = 200;

/** Subscriptions that a job calls; milliseconds for all calls and for one. The names are those of the Apex. */
export const jobLimits = { MOST_CALLS: 100, ALL_CALLS: 110_000, ONE_CALL: 20_000 } as const;
const { MOST_CALLS, ALL_CALLS, ONE_CALL } = jobLimits;

/**
 * Imitates, rule by rule, the Apex of the Dealwire package (`blueprints/salesforce/push`); it runs none of it. After a
 * commit each installed trigger part enqueues a job for every 200 records that changed, unless no subscription's entry criteria
 * are met. A call that fails is not repeated.
 */
export function installPackage(org: Org, callOut: CallOut, background: Background): PackagePush {
  const jobs: PushJob[] = [];
  const push: PackagePush = { triggers: pushRules.map(({ object }) => object), jobs };

  org.onCommit.push((changes) => {
    if (!org.features.package) return;
    for (const { object, fields } of pushRules) {
      if (!push.triggers.includes(object)) continue;
      const told = changes.filter((change) => change.sobject.name === object && isTold(fields, change));
      for (const some of inTriggers(told)) enqueue(object, some);
    }
  });

  function enqueue(object: string, changes: readonly Change[]): void {
    const recordIds = new Map<string, readonly string[]>();
    for (const entry of new Set(subscriptionsTo(org, object).map(entryOf))) {
      const ids = new Set(changes.filter((change) => meets(entry, change)).map(({ id }) => id));
      if (ids.size > 0) recordIds.set(entry, [...ids]);
    }
    if (recordIds.size === 0) return;
    const job: PushJob = { id: org.nextId('707'), object, recordIds, status: 'Queued', error: '' };
    jobs.push(job);
    background.run(() => run(job));
  }

  async function run(job: PushJob): Promise<void> {
    const { id: jobId, object } = job;
    const organizationId = org.organization().Id;
    const all = subscriptionsTo(org, object);
    const subscriptions = all.slice(0, MOST_CALLS);
    const problems =
      all.length > MOST_CALLS ? [`only the first ${MOST_CALLS} subscriptions were called`] : [];
    for (const subscription of subscriptions) {
      const { Name, Url__c, Secret__c } = subscription;
      const recordIds = job.recordIds.get(entryOf(subscription));
      if (recordIds === undefined) continue;
      const url = String(Url__c);
      try {
        const { status } = await callOut({
          url,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ secret: Secret__c, object, organizationId, recordIds, jobId }),
          timeout: Math.min(ONE_CALL, Math.floor(ALL_CALLS / subscriptions.length)),
        });
        if (status >= 300) problems.push(`${Name} answered ${status}`);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        problems.push(`${Name}: ${message.replaceAll(url, 'its URL')}`);
      }
    }
    job.error = problems.join('; ');
    job.status = job.error === '' ? 'Completed' : 'Failed';
  }

  return push;
}

/** The subscriptions to an object, by their number. */
function subscriptionsTo(org: Org, object: string) {
  const subscriptions = org.store.table('Dealwire_Subscription__c').having('Object__c', object);
  return [...subscriptions].sort((a, b) => (String(a.Name) < String(b.Name) ? -1 : 1));
}

function entryOf({ Entry__c }: Row): string {
  return String(Entry__c ?? '');
}

/** The changes as triggers see them, 200 records at a time. */
function inTriggers(changes: readonly Change[]): readonly (readonly Change[])[] {
  const ids = [...new Set(changes.map(({ id }) => id))];
  return Array.from({ length: Math.ceil(ids.length / MOST_RECORDS) }, (_unused, chunk) => {
    const some = new Set(ids.slice(chunk * MOST_RECORDS, (chunk + 1) * MOST_RECORDS));
    return changes.filter(({ id }) => some.has(id));
  });
}

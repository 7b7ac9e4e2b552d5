import type { Background } from '../callout/background.ts';
import type { CallOut } from '../callout/callout.ts';
import type { Change } from '../dml/change.ts';
import type { Org } from '../org.ts';
import { matters } from './matters.ts';

/** One call of the package to one subscription. */
export interface PushJob {
  /** As the receiver gets it: `707…`. */
  readonly id: string;
  readonly object: string;
  readonly url: string;
  readonly recordIds: readonly string[];
  status: 'Queued' | 'Completed' | 'Failed';
  /** Why it failed; empty otherwise. */
  error: string;
}

/** The triggers of the Dealwire package in this org. */
export interface PackagePush {
  /** The objects whose trigger part is installed; may be changed while the stand-in runs. */
  triggers: string[];
  /** Every call so far. */
  readonly jobs: readonly PushJob[];
}

/** The objects that the package has a trigger for. */
const OBJECTS = ['Opportunity', 'Case', 'Lead'];
const MOST_RECORDS = 200;
const TIMEOUT = 20_000;

/**
 * Imitates, rule by rule, the Apex of the Dealwire package; it runs none of it. After a commit each installed trigger
 * part sends every subscription of its object the ids of the records whose save matters to it, 200 at most in a call, as
 * JSON with the subscription's secret. A call that fails is not repeated.
 */
export function installPackage(org: Org, callOut: CallOut, background: Background): PackagePush {
  const jobs: PushJob[] = [];
  const push: PackagePush = { triggers: [...OBJECTS], jobs };

  org.onCommit.push((changes) => {
    if (!org.features.package) return;
    for (const object of push.triggers)
      for (const { Url__c, Secret__c, Entry__c } of subscriptionsTo(org, object))
        for (const recordIds of chunks(idsThatMatter(object, String(Entry__c ?? ''), changes))) {
          const id = org.nextId('707');
          const job: PushJob = { id, object, url: String(Url__c), recordIds, status: 'Queued', error: '' };
          jobs.push(job);
          background.run(() => run(job, String(Secret__c)));
        }
  });

  async function run(job: PushJob, secret: string): Promise<void> {
    const { id: jobId, object, url, recordIds } = job;
    const organizationId = org.organization().Id;
    try {
      const { status } = await callOut({
        url,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ secret, object, organizationId, recordIds, jobId }),
        timeout: TIMEOUT,
      });
      job.error = status >= 300 ? `The subscription answered ${status}` : '';
    } catch (error) {
      job.error = error instanceof Error ? error.message : String(error);
    }
    job.status = job.error === '' ? 'Completed' : 'Failed';
  }

  return push;
}

function idsThatMatter(object: string, entry: string, changes: readonly Change[]): readonly string[] {
  const ofObject = changes.filter(({ sobject }) => sobject.name === object);
  return [...new Set(ofObject.filter((change) => matters(entry, change)).map(({ id }) => id))];
}

function subscriptionsTo(org: Org, object: string) {
  return org.store.table('Dealwire_Subscription__c').having('Object__c', object);
}

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / MOST_RECORDS);
  return Array.from({ length: count }, (_unused, chunk) =>
    ids.slice(chunk * MOST_RECORDS, (chunk + 1) * MOST_RECORDS),
  );
}

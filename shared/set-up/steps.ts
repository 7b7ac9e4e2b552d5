import type { Part, Step } from '../delivery/step.ts';
import type { Ask, SetUpCheck } from './check.ts';
import { isChosen } from './chosen.ts';

/** What one Composite call takes (Salesforce: Composite). */
const MOST_QUERIES = 5;

/** The reads of some checks as steps: those of Salesforce in as few Composite calls as it takes, one after the other. */
export function stepsOf(checks: readonly SetUpCheck[]): readonly Step[] {
  const asks = checks.flatMap((check) => check.asks);
  const bySignal = Map.groupBy(asks.filter(isPart), ({ signal }) => signal);
  return [
    ...[...bySignal].flatMap(([signal, group]) =>
      batches(group).map(
        (batch, position): Step => ({
          name: `read ${signal ?? 'the org'} ${position + 1}`,
          ...(signal !== undefined && { when: isChosen(signal) }),
          call: {
            to: 'salesforce',
            allOrNone: false,
            parts: Object.fromEntries(batch.map(({ name, read }) => [name, read])),
          },
          notes: Object.assign({}, ...batch.map(({ notes }) => notes)),
        }),
      ),
    ),
    ...asks.flatMap(({ name, when, read, notes }): readonly Step[] =>
      'to' in read ? [{ name: `read ${name}`, ...(when && { when }), call: read, notes }] : [],
    ),
  ];
}

type PartAsk = Ask & { readonly read: Part };

function isPart(ask: Ask): ask is PartAsk {
  return !('to' in ask.read);
}

function batches(asks: readonly PartAsk[]): readonly (readonly PartAsk[])[] {
  const count = Math.ceil(asks.length / MOST_QUERIES);
  return Array.from({ length: count }, (_, at) => asks.slice(at * MOST_QUERIES, (at + 1) * MOST_QUERIES));
}

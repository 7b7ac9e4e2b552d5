import { MakeAppError, MakeLimitError } from '../error.ts';
import type { RequestDirectives, TriggerDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { MODULE_LIMITS } from '../runtime/budget.ts';
import { acceptedItems } from '../runtime/items.ts';
import type { Page } from '../runtime/page.ts';
import { render } from '../runtime/render.ts';
import type { Session, Variables } from '../runtime/session.ts';
import type { TriggerState } from './state.ts';

/** An item as a polling trigger compares it. */
export interface Candidate {
  readonly id: string;
  /** Epoch milliseconds, or for triggers of type id the id itself. */
  readonly rank: number;
  /** What expressions see of it. */
  readonly variables: Variables;
}

/**
 * Reads pages until enough new items are known, and gives all new ones found, oldest first. Throws MakeAppError when the
 * items do not come in the declared order, and MakeLimitError above the number of items Make scans.
 */
export async function scan(
  session: Session,
  step: RequestDirectives,
  trigger: TriggerDirectives,
  pages: AsyncIterable<Page>,
  state: TriggerState,
  limit: number,
  place: string,
): Promise<readonly Candidate[]> {
  const fresh: Candidate[] = [];
  let scanned = 0;
  let previous: number | undefined;
  for await (const page of pages) {
    let known = false;
    for (const variables of acceptedItems(session, step, page, place)) {
      const candidate = candidateOf(session, trigger, variables, place);
      checkOrder(trigger.order, previous, candidate.rank, `${session.file} ${place}`);
      previous = candidate.rank;
      scanned += 1;
      if (scanned > MODULE_LIMITS.scannedItems)
        throw new MakeLimitError(
          `${session.file} ${place}: more than ${MODULE_LIMITS.scannedItems} items. Narrow the query.`,
        );
      if (isNew(candidate, trigger.type, state)) fresh.push(candidate);
      else known = true;
    }
    if (trigger.order === 'asc' && fresh.length >= limit) break;
    if (trigger.order === 'desc' && known) break;
  }
  if (trigger.order === 'desc') fresh.reverse();
  return trigger.order === 'unordered' ? fresh.toSorted((one, other) => one.rank - other.rank) : fresh;
}

function candidateOf(
  session: Session,
  trigger: TriggerDirectives,
  variables: Variables,
  place: string,
): Candidate {
  const at = `${session.file} ${place}`;
  const rendered = render(session, trigger.id, variables, `${place}/response/trigger/id`);
  const id = typeof rendered === 'number' || typeof rendered === 'string' ? String(rendered) : '';
  if (id === '' || (trigger.type === 'id' && !Number.isFinite(Number(id)))) refuse('trigger-id', at);
  if (trigger.type === 'id') return { id, rank: Number(id), variables };
  const date = render(session, trigger.date, variables, `${place}/response/trigger/date`);
  return date instanceof Date ? { id, rank: date.getTime(), variables } : refuse('trigger-date', at);
}

function checkOrder(
  order: TriggerDirectives['order'],
  previous: number | undefined,
  rank: number,
  place: string,
): void {
  if (previous === undefined || order === 'unordered' || previous === rank) return;
  if (previous < rank !== (order === 'asc'))
    throw new MakeAppError(
      `${place}: the order is declared ${order}, but the items come otherwise. Sort the query or declare unordered.`,
    );
}

function isNew({ id, rank }: Candidate, type: TriggerDirectives['type'], state: TriggerState): boolean {
  const last = type === 'id' ? Number(state.lastId ?? Number.NEGATIVE_INFINITY) : (state.lastDate ?? 0);
  return rank > last || (type === 'date' && rank === last && !state.ids.includes(id));
}

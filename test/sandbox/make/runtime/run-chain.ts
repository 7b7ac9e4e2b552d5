import type { RequestDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { MODULE_LIMITS } from './budget.ts';
import type { Page } from './page.ts';
import { pagesOf } from './pages-of.ts';
import { isMet, render } from './render.ts';
import type { Session, Variables } from './session.ts';
import { mergeTemp } from './temp.ts';

/** Makes something of the last step's pages. */
export type Consume<T> = (pages: AsyncIterable<Page>, step: RequestDirectives, place: string) => Promise<T>;

/** What the last step came to; a skipped one has its default, or null. */
export type ChainEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'skipped'; readonly value: unknown };

/** Runs steps strictly in order; only `temp` goes from one to the next, and the last one makes the result. */
export async function runChain<T>(
  session: Session,
  steps: readonly RequestDirectives[],
  consume: Consume<T>,
): Promise<ChainEnd<T>> {
  let end: ChainEnd<T> = { kind: 'skipped', value: null };
  for (const [index, step] of steps.entries()) {
    const place = steps.length === 1 ? 'request' : `request ${index + 1}`;
    const last = index === steps.length - 1;
    end = last ? await runStep(session, step, consume, place) : await passThrough(session, step, place);
  }
  return end;
}

/** Runs a step whose output nobody reads. */
async function passThrough(
  session: Session,
  step: RequestDirectives,
  place: string,
): Promise<ChainEnd<never>> {
  await runStep(session, step, drain, place);
  return { kind: 'skipped', value: null };
}

async function drain(pages: AsyncIterable<Page>): Promise<void> {
  for await (const _page of pages);
}

async function runStep<T>(
  session: Session,
  step: RequestDirectives,
  consume: Consume<T>,
  place: string,
): Promise<ChainEnd<T>> {
  for (let round = 1; round <= MODULE_LIMITS.repetitions; round += 1) {
    if (step.temp !== undefined) {
      const added = render(session, step.temp, {}, `${place}/temp`) as Variables;
      session.temp = mergeTemp(session.temp, added);
    }
    const condition = typeof step.condition === 'object' ? step.condition.condition : step.condition;
    if (!isMet(session, condition, {}, `${place}/condition`)) return skipped(session, step, place);
    const value = await consume(pagesOf(session, step, place), step, place);
    if (step.repeat === undefined || !isMet(session, step.repeat.condition, {}, `${place}/repeat/condition`))
      return { kind: 'done', value };
    if (round >= step.repeat.limit) return refuse('repeat-limit', `${session.file} ${place}`);
    await session.world.sleep(step.repeat.delay);
  }
  return refuse('repeat-limit', `${session.file} ${place}`);
}

function skipped(session: Session, step: RequestDirectives, place: string): ChainEnd<never> {
  const fallback = typeof step.condition === 'object' ? step.condition.default : undefined;
  const value = fallback === undefined ? null : render(session, fallback, {}, `${place}/condition/default`);
  return { kind: 'skipped', value: value ?? null };
}

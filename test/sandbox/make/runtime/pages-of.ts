import type { PaginationDirectives, RequestDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { MODULE_LIMITS } from './budget.ts';
import { buildRequest } from './build-request.ts';
import { inherit } from './inherit.ts';
import { judge } from './judge.ts';
import type { Page } from './page.ts';
import { isMet, render } from './render.ts';
import { send } from './send.ts';
import type { Session, Variables } from './session.ts';
import { mergeTemp } from './temp.ts';

/**
 * Runs a step page by page, each only when it is asked for; a step without url is one page.
 * Throws the MakeError of the first bad answer.
 */
export async function* pagesOf(
  session: Session,
  own: RequestDirectives,
  place: string,
): AsyncGenerator<Page> {
  if (own.url === undefined) {
    store(session, own, {}, place);
    yield { answer: {}, items: itemsOf(session, own, {}, place) };
    return;
  }
  const first = session.base === undefined ? own : inherit(session.base, own, `${session.file} ${place}`);
  let step = first;
  let seen: Variables = {};
  for (let page = 0; page <= MODULE_LIMITS.pages; page += 1) {
    const answer = await send(session, buildRequest(session, step, seen, place), step, place);
    const { body, headers, statusCode } = answer;
    const variables = { body, headers, statusCode };
    store(session, step, variables, place);
    judge(session, step.response ?? {}, answer, variables, place);
    const items = itemsOf(session, step, variables, place);
    yield { answer: variables, items };
    const { pagination } = step;
    if (pagination === undefined || items === undefined || items.length === 0) return;
    seen = { ...variables, iterate: containerEnds(items) };
    if (!isMet(session, pagination.condition, seen, `${place}/pagination/condition`)) return;
    step = nextPage(first, pagination);
  }
}

/** `iterate.container` as wrapper and pagination see it. */
export function containerEnds(items: readonly unknown[]): Variables {
  return { container: { first: items[0], last: items.at(-1) } };
}

function store(session: Session, step: RequestDirectives, answer: Variables, place: string): void {
  if (step.response?.temp === undefined) return;
  const added = render(session, step.response.temp, answer, `${place}/response/temp`) as Variables;
  session.temp = mergeTemp(session.temp, added);
}

function itemsOf(
  session: Session,
  step: RequestDirectives,
  answer: Variables,
  place: string,
): readonly unknown[] | undefined {
  const iterate = step.response?.iterate;
  if (iterate === undefined) return undefined;
  const container = typeof iterate === 'string' ? iterate : iterate.container;
  const items = render(session, container, answer, `${place}/response/iterate`);
  return Array.isArray(items) ? items : refuse('iterate-container', `${session.file} ${place}`);
}

function nextPage(first: RequestDirectives, pagination: PaginationDirectives): RequestDirectives {
  const { url, method, headers, qs, body } = pagination;
  return {
    ...first,
    ...(url === undefined ? {} : { url }),
    ...(method === undefined ? {} : { method }),
    ...(body === undefined ? {} : { body }),
    headers: { ...first.headers, ...headers },
    qs: { ...first.qs, ...qs },
  };
}

import type { RequestDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { acceptedItems } from './items.ts';
import type { Page } from './page.ts';
import { containerEnds } from './pages-of.ts';
import { render } from './render.ts';
import type { Session, Variables } from './session.ts';

/** What a step yielded: one value, or with `iterate` a list. */
export type Collected =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly values: readonly unknown[] };

/** Renders the output of every page until `limit` items are there, then the wrapper. Null and false are no output. */
export async function collect(
  session: Session,
  step: RequestDirectives,
  pages: AsyncIterable<Page>,
  limit: number,
  place: string,
): Promise<Collected> {
  const values: unknown[] = [];
  let iterated = false;
  let items: readonly unknown[] = [];
  let answer: Variables = {};
  for await (const page of pages) {
    iterated = page.items !== undefined;
    items = page.items ?? [];
    answer = page.answer;
    const places = iterated ? acceptedItems(session, step, page, place) : [page.answer];
    for (const variables of places) {
      const value = output(session, step, variables, place);
      if (value !== null && value !== false) values.push(value);
    }
    if (values.length >= limit) break;
  }
  const limited = values.slice(0, limit);
  const plain: Collected = iterated
    ? { kind: 'list', values: limited }
    : { kind: 'value', value: values[0] ?? null };
  const wrapper = step.response?.wrapper;
  if (wrapper === undefined) return plain;
  const seen = {
    ...answer,
    output: plain.kind === 'list' ? plain.values : plain.value,
    iterate: containerEnds(items),
  };
  const wrapped = render(session, wrapper, seen, `${place}/response/wrapper`);
  if (plain.kind === 'value') return { kind: 'value', value: wrapped };
  return Array.isArray(wrapped)
    ? { kind: 'list', values: wrapped }
    : refuse('wrapper-one-bundle', `${session.file} ${place}`);
}

function output(session: Session, step: RequestDirectives, variables: Variables, place: string): unknown {
  const directive = step.response?.output;
  const value =
    directive === undefined
      ? variables['item' in variables ? 'item' : 'body']
      : render(session, directive, variables, `${place}/response/output`);
  return value === undefined ? refuse('output-undefined', `${session.file} ${place}`) : value;
}

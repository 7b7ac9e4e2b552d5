import type { RequestDirectives } from '../load/directives.ts';
import type { Page } from './page.ts';
import { isMet } from './render.ts';
import type { Session, Variables } from './session.ts';

/** The items of a page that its `iterate.condition` lets through, each as what expressions see. */
export function acceptedItems(
  session: Session,
  step: RequestDirectives,
  page: Page,
  place: string,
): readonly Variables[] {
  const iterate = step.response?.iterate;
  const condition = typeof iterate === 'object' ? iterate.condition : undefined;
  return (page.items ?? [])
    .map((item) => ({ ...page.answer, item }))
    .filter((variables) => isMet(session, condition, variables, `${place}/response/iterate/condition`));
}

import { MakeError } from '../error.ts';
import type { ResponseDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { render } from './render.ts';
import type { Session } from './session.ts';

/** `response.limit` of the last step, or the default when none is declared; 0 is a MakeError. */
export function limitOf(
  session: Session,
  response: ResponseDirectives | undefined,
  byDefault: number,
): number {
  if (response?.limit === undefined) return byDefault;
  const limit = render(session, response.limit, {}, 'response/limit');
  if (limit === 0) throw new MakeError('InvalidConfigurationError', 'The limit is 0. Set it to 1 or more.');
  return typeof limit === 'number' && Number.isInteger(limit) && limit > 0
    ? limit
    : refuse('limit-value', `${session.file}: ${String(limit)}`);
}

import type { BaseDirectives, RequestDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';

/**
 * The directives of a step with what it inherits: headers and query entries are added by name, `log` and the parts of
 * `response` are inherited unless the step has its own, which must then have all the entries of the inherited one.
 */
export function inherit(
  inherited: BaseDirectives,
  step: RequestDirectives,
  place: string,
): RequestDirectives {
  const headers = withoutOverridden(inherited.headers ?? {}, step.headers ?? {});
  const response: Record<string, unknown> = { ...inherited.response };
  for (const [key, own] of Object.entries(step.response ?? {}))
    response[key] = key === 'output' ? own : overriding(response[key], own, place);
  const log = overriding(inherited.log?.sanitize, step.log?.sanitize, place) as readonly string[] | undefined;
  return {
    ...step,
    headers: { ...headers, ...step.headers },
    qs: { ...inherited.qs, ...step.qs },
    ...(log === undefined ? {} : { log: { sanitize: log } }),
    response,
  };
}

/** Header names are the same whatever their case. */
function withoutOverridden(base: object, own: object): Readonly<Record<string, unknown>> {
  const names = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(base).filter(([name]) => !names.has(name.toLowerCase())));
}

function overriding(inherited: unknown, own: unknown, place: string): unknown {
  if (own === undefined) return inherited;
  if (typeof inherited !== 'object' || inherited === null || typeof own !== 'object' || own === null)
    return own;
  const has = Array.isArray(own) ? own : Object.keys(own);
  const needed = Array.isArray(inherited) ? inherited : Object.keys(inherited);
  return needed.every((entry) => has.includes(entry)) ? own : refuse('base-override', place);
}

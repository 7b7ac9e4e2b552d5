import type { RequestDirectives } from '../load/directives.ts';
import { inherit } from '../runtime/inherit.ts';

/** A trigger's request with its epoch laid over it, as "Choose where to start" sends it. */
export function withEpoch(
  step: RequestDirectives,
  epoch: RequestDirectives,
  place: string,
): RequestDirectives {
  const { trigger: _trigger, ...response } = step.response ?? {};
  return { ...step, ...epoch, ...inherit({ ...step, response }, epoch, place), ...urlOf(step, epoch) };
}

function urlOf(step: RequestDirectives, epoch: RequestDirectives): RequestDirectives {
  const url = epoch.url ?? step.url;
  return url === undefined ? {} : { url };
}

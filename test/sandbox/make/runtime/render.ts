import { type ImlEnvironment, parseTemplate, renderTree } from '../../iml/iml.ts';
import { throwAt } from '../error.ts';
import type { Condition } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import type { Session, Variables } from './session.ts';
import { truthOf } from './truth.ts';

/** What expressions of a run see, with the variables that exist only at this place. */
function environmentOf(session: Session, more: Variables): ImlEnvironment {
  const { clock, timezone, random, uuid } = session.world;
  return {
    variables: { ...session.variables, environment: { timezone }, temp: session.temp, ...more },
    now: () => clock.now(),
    timezone,
    ...(random === undefined ? {} : { random }),
    ...(uuid === undefined ? {} : { uuid }),
  };
}

/** Renders a directive; errors name the file and the place. */
export function render(session: Session, directive: unknown, more: Variables, place: string): unknown {
  try {
    return renderTree(directive, environmentOf(session, more), 'imljson');
  } catch (error) {
    return throwAt(`${session.file} ${place}`, error);
  }
}

/** Renders a directive that must become a text. */
export function renderText(session: Session, directive: string, more: Variables, place: string): string {
  return String(render(session, directive, more, place) ?? '');
}

/** Whether a condition is met; a missing one is. */
export function isMet(
  session: Session,
  condition: Condition | undefined,
  more: Variables,
  place: string,
): boolean {
  if (condition === undefined) return true;
  if (typeof condition === 'boolean') return condition;
  const [only, ...others] = parseTemplate(condition, 'imljson').parts;
  if (only === undefined || typeof only === 'string' || others.length > 0)
    return refuse('condition-text', `${session.file} ${place}`);
  try {
    return truthOf(only, { environment: environmentOf(session, more), dialect: 'imljson' });
  } catch (error) {
    return throwAt(`${session.file} ${place}`, error);
  }
}

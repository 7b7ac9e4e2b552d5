import type { ImlObject } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { render } from './render.ts';
import type { Session, Variables } from './session.ts';

/** Renders headers; undefined ones are left out, arrays repeat the name, names are written capitalised. */
export function buildHeaders(
  session: Session,
  headers: ImlObject,
  more: Variables,
  place: string,
): readonly (readonly [name: string, value: string])[] {
  const base = new Set(Object.keys(session.base?.headers ?? {}).map((name) => name.toLowerCase()));
  const rendered = render(session, headers, more, `${place}/headers`) as Variables;
  for (const name of Object.keys(headers))
    if (
      name !== '{{...}}' &&
      rendered[name] === undefined &&
      base.has(name.toLowerCase()) &&
      !isInherited(session, headers, name)
    )
      refuse('header-override', `${session.file} ${place} ${name}`);
  return Object.entries(rendered).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (single) => [capitalised(name), headerText(single, `${session.file} ${place} ${name}`)] as const,
    ),
  );
}

function isInherited(session: Session, headers: ImlObject, name: string): boolean {
  return session.base?.headers?.[name] === headers[name];
}

function headerText(value: unknown, place: string): string {
  const sendable =
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
  return sendable ? String(value) : refuse('header-value', place);
}

function capitalised(name: string): string {
  return name
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
    .join('-');
}

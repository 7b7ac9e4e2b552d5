import { type ImlEnvironment, renderTemplate } from '../../iml/iml.ts';
import { refuse } from '../refuse.ts';
import type { MakeWorld } from '../runtime/world.ts';
import type { Bundles } from './execution.ts';

/** What the mapper and filters of a module see. */
export function mapperEnvironment(world: MakeWorld, bundles: Bundles): ImlEnvironment {
  const { clock, timezone, random, uuid } = world;
  return {
    variables: bundles,
    now: () => clock.now(),
    timezone,
    ...(random === undefined ? {} : { random }),
    ...(uuid === undefined ? {} : { uuid }),
  };
}

/** Renders the fields of a mapper; a field left empty in the editor, or that yields undefined, is not filled. */
export function renderMapper(
  mapper: Readonly<Record<string, unknown>>,
  environment: ImlEnvironment,
): Readonly<Record<string, unknown>> {
  return renderFields(mapper, environment, (value) => value);
}

/**
 * As `renderMapper`, for the module of an app: null and empty text from an expression are refused, except from the
 * keywords that mean them.
 */
export function renderAppMapper(
  mapper: Readonly<Record<string, unknown>>,
  environment: ImlEnvironment,
): Readonly<Record<string, unknown>> {
  return renderFields(mapper, environment, (value, template) => {
    const meant = /^\{\{\s*(erase|null|emptystring)\s*\}\}$/.test(template);
    return (value === null || value === '') && !meant ? refuse('mapped-empty', template) : value;
  });
}

function renderFields(
  fields: object,
  environment: ImlEnvironment,
  judge: (value: unknown, template: string) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, renderField(value, environment, judge)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function renderField(
  value: unknown,
  environment: ImlEnvironment,
  judge: (value: unknown, template: string) => unknown,
): unknown {
  if (value === '') return undefined;
  if (typeof value === 'string') return judge(renderTemplate(value, environment, 'mapper'), value);
  if (Array.isArray(value))
    return value.map((item: unknown) => renderField(item, environment, judge) ?? null);
  if (typeof value === 'object' && value !== null) return renderFields(value, environment, judge);
  return value;
}

import { refuse } from '../refuse.ts';
import type { Bundle } from '../run-module.ts';
import { type BlueprintModule, FLOW_MODULES } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import type { Bundles } from './execution.ts';
import { mapperEnvironment, renderMapper } from './mapper.ts';

const SEPARATORS: readonly unknown[] = ['', '\n', '\t'];

/** The one bundle that an aggregator makes of the bundles that reached it. */
export function aggregate(
  context: ScenarioContext,
  module: BlueprintModule,
  reached: readonly Bundles[],
): Bundle {
  if (reached.length === 0) refuse('empty-aggregation', `module ${module.id}`);
  const rendered = reached.map((bundles) =>
    renderMapper(module.mapper ?? {}, mapperEnvironment(context.world, bundles)),
  );
  if (module.module === FLOW_MODULES.aggregator) return { array: rendered };
  const separator = module.parameters?.rowSeparator ?? '';
  if (!SEPARATORS.includes(separator)) refuse('stock-field', `module ${module.id} rowSeparator`);
  return { text: rendered.map(({ value }) => textOf(value, module)).join(String(separator)) };
}

function textOf(value: unknown, module: BlueprintModule): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : refuse('stock-field', `module ${module.id} value`);
}

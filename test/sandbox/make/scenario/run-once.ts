import { refuse } from '../refuse.ts';
import type { Bundle } from '../run-module.ts';
import { appModuleName, type BlueprintModule } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import { type Bundles, countOperation, type Execution, noteBundles } from './execution.ts';
import { mapperEnvironment, renderMapper } from './mapper.ts';
import { runAppModule } from './run-app-module.ts';
import { STOCK_MODULES } from './stock/stock-modules.ts';

/** Runs an ordinary module on one bundle: one operation, whatever comes of it. */
export async function runOnce(
  context: ScenarioContext,
  execution: Execution,
  module: BlueprintModule,
  bundles: Bundles,
): Promise<readonly Bundle[]> {
  try {
    const emitted = await emit(context, execution, module, bundles);
    noteBundles(execution, module.id, emitted);
    return emitted;
  } finally {
    countOperation(execution, module.id);
  }
}

async function emit(
  context: ScenarioContext,
  execution: Execution,
  module: BlueprintModule,
  bundles: Bundles,
): Promise<readonly Bundle[]> {
  if (appModuleName(module.module) !== undefined) return runAppModule(context, execution, module, bundles);
  const stock = Object.hasOwn(STOCK_MODULES, module.module) ? STOCK_MODULES[module.module] : undefined;
  const environment = mapperEnvironment(context.world, bundles);
  if (stock === undefined) {
    const standIn =
      context.standIns[module.module] ?? refuse('stock-module', `module ${module.id}: ${module.module}`);
    return standIn(renderMapper(module.mapper ?? {}, environment));
  }
  const raw = stock.raw ?? [];
  const mapper = Object.entries(module.mapper ?? {});
  const fields = {
    ...renderMapper(Object.fromEntries(mapper.filter(([name]) => !raw.includes(name))), environment),
    ...Object.fromEntries(mapper.filter(([name]) => raw.includes(name))),
  };
  return stock.run({ context, execution, module, parameters: module.parameters ?? {}, fields });
}

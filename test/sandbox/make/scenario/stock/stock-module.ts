import type { Bundle } from '../../run-module.ts';
import type { Variables } from '../../runtime/session.ts';
import type { BlueprintModule } from '../blueprint.ts';
import type { ScenarioContext } from '../context.ts';
import type { Execution } from '../execution.ts';

/** One run of a module of Make's own. */
export interface StockCall {
  readonly context: ScenarioContext;
  readonly execution: Execution;
  readonly module: BlueprintModule;
  readonly parameters: Variables;
  /** The rendered mapper. */
  readonly fields: Variables;
}

/** A module of Make's own whose shape is confirmed by exports or official samples. */
export interface StockModule {
  readonly version: number;
  /** Parameters it may have in a shipped blueprint. */
  readonly parameters: readonly string[];
  /** Fields of its mapper. */
  readonly fields: readonly string[];
  /** Fields whose text is not rendered as a mapper. */
  readonly raw?: readonly string[];
  run(call: StockCall): readonly Bundle[] | Promise<readonly Bundle[]>;
}

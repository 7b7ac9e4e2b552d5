import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blueprints } from '../../../blueprints/blueprints.ts';
import type { Costs, FlowCost } from '../../../blueprints/cost.ts';
import { variantsOf } from '../../../blueprints/variant.ts';
import { demos } from './demos.ts';
import { demoOf, runVariant } from './run-variant.ts';
import { platforms } from './switch-on.ts';

/** `npm run measure`: runs every blueprint file once and writes what that cost, for READMEs that tell it. */
const measured: (readonly [signal: string, flow: string, platform: string, cost: FlowCost])[] = [];
for (const blueprint of blueprints)
  for (const variant of variantsOf(blueprint))
    for (const platform of platforms) {
      if (variant.only !== undefined && variant.only !== platform) continue;
      const { runs } = await runVariant(demoOf(demos, blueprint), variant, platform);
      for (const { flow, cost } of runs) measured.push([blueprint.name, flow.name ?? 'main', platform, cost]);
    }
/* A flow that several variants have was measured several times; the first counts. */
const costs: Costs = nested(measured, (ofSignal) =>
  nested(ofSignal, (ofFlow) => Object.fromEntries(ofFlow.toReversed())),
);

/** Groups rows by their first cell; `read` makes something of what is left of them. */
function nested<Rest extends readonly unknown[], T>(
  rows: readonly (readonly [string, ...Rest])[],
  read: (rest: readonly Rest[]) => T,
): Record<string, T> {
  const groups = Map.groupBy(rows, ([first]) => first);
  return Object.fromEntries(
    [...groups].map(([first, group]) => [first, read(group.map(([, ...rest]) => rest))]),
  );
}

const file = join(import.meta.dirname, '..', '..', '..', 'blueprints', 'cost.json');
await writeFile(file, `${JSON.stringify(costs, null, 2)}\n`);
console.log(`${file}\nNow run: npm run blueprints`);

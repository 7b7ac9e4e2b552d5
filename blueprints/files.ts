import { join } from 'node:path';
import type { Blueprint, Flow } from './blueprint.ts';
import { type Variant, variantsOf } from './variant.ts';

/** A file of Zaps, which holds the flows of one variant. */
export interface ZapFile {
  readonly path: string;
  readonly blueprint: Blueprint;
  readonly variant: Variant;
}

/** A file of one scenario. */
export interface ScenarioFile {
  readonly path: string;
  readonly blueprint: Blueprint;
  /** The variant that needs it first. */
  readonly variant: Variant;
  readonly flow: Flow;
}

/** The Zap files of a blueprint. */
export function zapFilesOf(blueprint: Blueprint): readonly ZapFile[] {
  return variantsOf(blueprint).map((variant) => ({
    path: join(blueprint.name, fileName('zap', variant.name)),
    blueprint,
    variant,
  }));
}

/** The scenario files of a blueprint; a flow that several variants have is in one file. */
export function scenarioFilesOf(blueprint: Blueprint): readonly ScenarioFile[] {
  const files = variantsOf(blueprint)
    .filter(({ only }) => only === undefined)
    .flatMap((variant) =>
      variant.flows.map((flow) => ({ path: scenarioPath(blueprint, flow), blueprint, variant, flow })),
    );
  return files.filter(({ path }, index) => files.findIndex((file) => file.path === path) === index);
}

/** Where the scenario of a flow is, below the folder of the blueprints. */
export function scenarioPath({ name }: Blueprint, flow: Flow): string {
  return join(name, fileName('scenario', flow.name));
}

function fileName(kind: string, name: string | undefined): string {
  return name === undefined ? `${kind}.json` : `${kind}-${name}.json`;
}

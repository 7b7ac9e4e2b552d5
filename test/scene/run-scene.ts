import { actions } from '../../shared/operation/operations.ts';
import { prepareAction } from '../../shared/operation/perform-action.ts';
import { asNewProcess } from '../crash/under-way.ts';
import { on, type platforms } from '../operation/platform.ts';
import type { World } from '../sandbox/world.ts';
import type { Scene } from './scene.ts';

const performs = new Map(actions.map((action) => [action.operation.key, prepareAction(action)] as const));

/**
 * Runs the action of a scene as a new process of a platform would: the module of the generated app on Make, and what the
 * integration calls on Zapier, with the world's clock, so that nobody waits.
 */
export function runScene(
  platform: (typeof platforms)[number],
  world: World,
  { action, inputs }: Scene,
): Promise<Readonly<Record<string, unknown>>> {
  if (platform === 'make') return on('make', world).act(action, inputs);
  const perform = performs.get(action);
  if (perform === undefined) throw new Error(`There is no action "${action}".`);
  return asNewProcess(world, perform, inputs);
}

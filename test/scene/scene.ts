import type { World } from '../sandbox/world.ts';

/** An event of the sample org and the action that delivers it: what every delivery test runs, whatever the signal. */
export interface Scene {
  readonly name: string;
  /** The key of the action. */
  readonly action: string;
  /** Makes the event happen, in a world where nothing happened yet. */
  readonly happens: (world: World) => void | Promise<void>;
  /** The action's inputs, as a blueprint maps them. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

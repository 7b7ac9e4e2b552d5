import { callOperation } from './call-operation.ts';
import { checkZap } from './check-zap.ts';
import { openConnection } from './connection.ts';
import { PLACEHOLDER_APP } from './operation.ts';
import type { ZapOptions } from './run-zap.ts';
import { timeline } from './timeline.ts';
import type { Item } from './trigger.ts';
import { ZapProblem } from './zap-problem.ts';

/** The editor shows no more than this. */
const SHOWN = 3;

/**
 * What the editor shows when a person tests the trigger of a Zap that is off: the newest three items of a poll or of a
 * hook's `performList`, or the operation's own sample when there are none. Throws as `switchOnZap`.
 */
export async function loadSamples({
  zap,
  app,
  authData,
  clock,
  appName = PLACEHOLDER_APP,
}: Pick<ZapOptions, 'zap' | 'app' | 'authData' | 'clock' | 'appName'>): Promise<readonly Item[]> {
  const { trigger: step, operations } = checkZap(zap, app, appName);
  const operation = operations.get(step.node.id);
  if (operation?.kind !== 'trigger' && operation?.kind !== 'hook')
    throw new ZapProblem(`${step.name} is no trigger of the app, so the editor has nothing to load.`);
  const { definition } = operation;
  const { performList, sample = {} } = definition.operation;
  const name = operation.kind === 'trigger' ? 'perform' : 'performList';
  if (name === 'performList' && performList === undefined) return [sample];
  const { start, sleep } = timeline(clock);
  const context = {
    connection: openConnection(app, authData, sleep),
    timezone: step.node.meta.timezone ?? 'UTC',
    autoreplay: false,
  };
  const meta = { isLoadingSample: true };
  const items = (await start(() =>
    callOperation({ collection: 'triggers', step, definition, function: name, meta, repeats: {} }, context),
  )) as readonly Item[];
  return items.length === 0 ? [sample] : items.slice(0, SHOWN);
}

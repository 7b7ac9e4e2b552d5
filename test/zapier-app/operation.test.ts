import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDealRoom } from '../../shared/operation/action/open-deal-room.ts';
import type { Operation } from '../../shared/operation/definition.ts';
import { actions, searches, triggers } from '../../shared/operation/operations.ts';
import { opportunityEnteredStage } from '../../shared/operation/trigger/opportunity-entered-stage.ts';
import app from '../../zapier-app/index.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { startWorld } from '../sandbox/world.ts';
import type { AppDefinition, InputField, OutputField } from '../sandbox/zapier/app-runtime.ts';
import { runZapBlueprint } from '../sandbox/zapier/run-blueprint.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';

const file = join(import.meta.dirname, '..', '..', 'blueprints', 'deal-room', 'zap.json');
const { definition } = await sourceRuntime(app);

const operations: readonly (readonly [Operation, 'triggers' | 'creates' | 'searches'])[] = [
  ...triggers.map(({ operation }) => [operation, 'triggers'] as const),
  ...actions.map(({ operation }) => [operation, 'creates'] as const),
  ...searches.map(({ operation }) => [operation, 'searches'] as const),
];

describe.each(
  operations.map(([operation, kind]) => ({ label: operation.label, operation, kind })),
)('$label on Zapier', ({ operation, kind }) => {
  const shown = (definition as AppDefinition)[kind]?.[operation.key]?.operation;
  const inputs = (shown?.inputFields ?? []) as readonly InputField[];
  const outputs = (shown?.outputFields ?? []) as readonly OutputField[];

  it('has the inputs and outputs of its definition, in order', () => {
    expect(inputs.map(({ key }) => key)).toEqual(operation.inputs.map(({ key }) => key));
    expect(outputs.map(({ key }) => key)).toEqual(operation.outputs.map(({ key }) => key));
  });

  it('has a sample with every output and nothing else', () => {
    expect(Object.keys(shown?.sample ?? {})).toEqual(outputs.map(({ key }) => key));
  });

  it('fills every dropdown from a hidden trigger that exists', () => {
    const triggers = inputs.flatMap((field) =>
      'dynamic' in field ? [String(field.dynamic).split('.')[0] ?? ''] : [],
    );
    expect(triggers).toHaveLength(operation.inputs.filter(({ source }) => source !== undefined).length);
    expect(triggers.filter((key) => definition.triggers?.[key] === undefined)).toEqual([]);
  });
});

describe('The samples', () => {
  it('are what the sandbox produces', async () => {
    const world = await startWorld();
    try {
      const { runs } = await runZapBlueprint({
        world,
        file,
        change: () => {
          world.clock.advance(60_000);
          world.salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
        },
      });
      const steps = runs[0]?.steps ?? [];
      const entry = JSON.stringify(steps[0]?.output).replace(
        world.salesforce.url,
        'https://acme.my.salesforce.com',
      );
      expect(JSON.parse(entry)).toEqual(opportunityEnteredStage.operation.sample);
      expect(steps.at(-1)?.output).toEqual(openDealRoom.operation.sample);
    } finally {
      await world.close();
    }
  });
});

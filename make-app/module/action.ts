import type { Action } from '../../shared/operation/action.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { assign } from '../delivery/levels.ts';
import { printDelivery } from '../delivery/print-delivery.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';
import { readInputs } from './read-inputs.ts';

/** What a delivery knows before its first step. Make does not tell a test from a run. */
const given = {
  organizationId: '{{connection.organizationId}}',
  teamId: '{{connection.teamId}}',
  bot: '{{connection.botUserId}}',
  instanceUrl: '{{connection.instanceUrl}}',
  holder: '{{uuid}}',
  test: false,
} as const;

/** Prints an action as a module: the whole delivery in one. */
export function actionModule({ operation, object, delivery }: Action): Module {
  const isAboutRecord = operation.inputs.some(({ key }) => key === 'record_id');
  return {
    id: moduleName(operation),
    label: operation.label,
    description: operation.description,
    moduleType: 'action',
    actionCrud: 'create',
    communication: [
      ...assign([{ ...given, object, problem: problemTable as unknown as Json }]),
      ...readInputs(
        operation,
        isAboutRecord
          ? {
              recordId: '{{temp.input.record_id}}',
              input: { record_ids: ['{{temp.input.record_id}}'] },
            }
          : {},
      ),
      ...printDelivery(delivery, Object.keys(given)),
    ],
    mappableParams: operation.inputs.map(toParameter),
    interface: operation.outputs.map(toInterface),
    samples: operation.sample as Json,
  };
}

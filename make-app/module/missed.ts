import { isMissed, type MissedTrigger, missedOperation, missedRead } from '../../shared/operation/missed.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { assign } from '../delivery/levels.ts';
import { printCall } from '../delivery/print-call.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';
import { daysBack } from '../span.ts';
import { readInputs } from './read-inputs.ts';
import { given, printRows } from './rows.ts';

/** How many events the search returns. */
const limit: Json = {
  name: 'limit',
  label: 'Limit',
  help: 'The most events returned.',
  type: 'uinteger',
  required: true,
  default: 100,
};

/** Prints the search for what a trigger missed; it returns a bundle for each event. */
export function missedModule(trigger: MissedTrigger): Module {
  const operation = missedOperation(trigger);
  const read = missedRead(trigger);
  const call = printCall(read, 'q');
  const { constants, response } = printRows({ ...trigger, read, keep: isMissed(trigger) });
  const since = daysBack('days');
  return {
    id: moduleName(operation),
    label: operation.label,
    description: operation.description,
    moduleType: 'search',
    communication: [
      ...assign([{ ...given, problem: problemTable as unknown as Json }]),
      ...readInputs(operation, { input: { since, oldest: since }, ...constants }),
      ...assign(call.steps),
      { ...call.request, response },
    ],
    mappableParams: [...operation.inputs.map(toParameter), limit],
    interface: operation.outputs.map(toInterface),
    samples: operation.sample as Json,
  };
}

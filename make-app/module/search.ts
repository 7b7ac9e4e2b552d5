import { DAYS_KEY, type Search } from '../../shared/operation/search.ts';
import { compileExpression, compileTemplate } from '../../shared/target/iml/compile.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { assign, besides, type Request } from '../delivery/levels.ts';
import { rootsOf } from '../delivery/place.ts';
import { printStep } from '../delivery/print-step.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';
import { daysBack } from '../span.ts';
import { readInputs } from './read-inputs.ts';

/** Prints a search as a module; one that finds nothing returns no bundle. */
export function searchModule({
  operation,
  countsBack,
  before = [],
  call,
  notes,
  fail = [],
  found,
  item,
}: Search): Module {
  const isFound = compileExpression(found, rootsOf('f'));
  const output = compileTemplate(item, rootsOf('r'));
  const last: Request = { condition: `{{${isFound.expression}}}`, response: { output: output.value } };
  return {
    id: moduleName(operation),
    label: operation.label,
    description: operation.description,
    moduleType: 'search',
    communication: [
      ...assign([{ instanceUrl: '{{connection.instanceUrl}}', problem: problemTable as unknown as Json }]),
      ...readInputs(operation, countsBack ? { input: { since: daysBack(DAYS_KEY) } } : {}),
      ...before.flatMap((step, position) => printStep(step, `b${position + 1}`, step.fail ?? [])),
      ...printStep({ name: operation.key, call, notes }, 's', fail),
      ...assign(besides(isFound.steps, output.steps)),
      last,
    ],
    mappableParams: operation.inputs.map(toParameter),
    interface: operation.outputs.map(toInterface),
    samples: operation.sample as Json,
  };
}

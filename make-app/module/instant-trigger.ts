import {
  and,
  type Condition,
  choose,
  type Expression,
  exists,
  field,
  literal,
  type Template,
} from '../../shared/language/index.ts';
import { isExpression } from '../../shared/language/template.ts';
import type { Operation } from '../../shared/operation/definition.ts';
import type { PushTrigger } from '../../shared/operation/pushed.ts';
import { compileExpression, compileTemplate } from '../../shared/target/iml/compile.ts';
import { rootsIn } from '../../shared/target/iml/roots.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { whenAnswered } from '../delivery/levels.ts';
import { answerPaths, printCall } from '../delivery/print-call.ts';
import { printVerdicts, refusalOf } from '../delivery/verdict.ts';
import { moduleName } from '../module-name.ts';
import { toInterface } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';
import { given } from './rows.ts';

/** What the item of the webhook holds is what the inputs are elsewhere. */
const ITEM = { parameters: 'payload' } as const;

/**
 * Prints the module behind the webhook of the same name: one request reads the record that the item names. Make gives such a module neither a
 * second request nor a way to drop an item, so a record that is no news has no event key.
 */
export function instantTriggerModule(trigger: PushTrigger, operation: Operation): Module {
  const { rows, keep, item, named } = trigger;
  const call = printCall(named, 'q', true, ITEM);
  const { temp, valid } = printVerdicts(refusalOf(named), 'v');
  const found = compileExpression(answerPaths(rows, named), rootsIn('r', ITEM), true);
  const output = compileTemplate(
    answerPaths(onlyNews(item, keep), named) as Template,
    rootsIn('m', { ...ITEM, record: 'temp.rows[1]' }),
    true,
  );
  const constants = Object.assign({}, ...[...call.steps, ...found.steps, ...output.steps]);
  return {
    id: moduleName(operation),
    label: operation.label,
    description: operation.description,
    moduleType: 'instant_trigger',
    webhook: moduleName(operation),
    communication: {
      temp: { ...given, problem: problemTable as unknown as Json, ...constants },
      ...call.request,
      response: {
        temp: whenAnswered({ ...temp, rows: `{{${found.expression}}}` }),
        ...(valid === undefined ? {} : { valid }),
        output: output.value,
      },
    },
    interface: operation.outputs.map(toInterface),
    samples: operation.sample as Json,
  };
}

/** What is returned, with texts only of a record that was found, and with an event key only of one that is news. */
function onlyNews(item: PushTrigger['item'], keep: Condition | undefined): PushTrigger['item'] {
  const isThere = exists(field('text', 'Id'));
  const isNews = keep === undefined ? isThere : and(isThere, keep);
  const when = (condition: Condition, value: Template): Template =>
    isExpression(value) && value.type === 'text'
      ? choose('text', [[condition, value as Expression<'text'>]], literal('text', null))
      : value;
  const shown = Object.entries(item).map(([key, value]) => [key, when(isThere, value)]);
  return {
    ...Object.fromEntries(shown),
    id: when(isNews, item.id),
    event_key: when(isNews, item.event_key ?? item.id),
  };
}

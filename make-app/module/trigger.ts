import { read as readRows } from '../../shared/delivery/ledger-part.ts';
import type { CompositeCall } from '../../shared/delivery/step.ts';
import { and, exists, field, not, note } from '../../shared/language/index.ts';
import type { Node } from '../../shared/language/node/node.ts';
import type { PollingTrigger } from '../../shared/operation/polling-trigger.ts';
import { type ToldTrigger, undelivered } from '../../shared/operation/undelivered.ts';
import { compileExpression } from '../../shared/target/iml/compile.ts';
import type { Step as Assignments } from '../../shared/target/iml/place.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { assign, type Request } from '../delivery/levels.ts';
import { rootsOf } from '../delivery/place.ts';
import { answerPaths, printCall } from '../delivery/print-call.ts';
import { printStep } from '../delivery/print-step.ts';
import { replaceNodes } from '../delivery/replace-nodes.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';
import { daysAgo, instant } from '../span.ts';
import { readInputs } from './read-inputs.ts';
import { given, printRows, rowRoots } from './rows.ts';

/** Minutes a poll stays behind the clock, so that changes committed late are not passed over. */
const BEHIND = 2;
/** Rows that "Choose where to start" offers. */
const STARTS = 300;
const SALESFORCE_INSTANT = 'YYYY-MM-DDTHH:mm:ss.SSSZZ';

/** The span a poll reads: from the last event taken to two minutes ago. Three days back is news at least. */
const span = {
  since: `{{if(data.lastDate, ${instant('data.lastDate')}, '1970-01-01T00:00:00.000Z')}}`,
  until: `{{${instant(`addMinutes(now, 0 - ${BEHIND})`)}}}`,
  oldest: `{{if(data.lastDate, if(data.lastDate < ${daysAgo}, ${instant('data.lastDate')}, ${instant(daysAgo)}), '1970-01-01T00:00:00.000Z')}}`,
} as const;

/** What a poll reads, as IML for instants. */
type Span = Readonly<Record<keyof typeof span, string>>;

/**
 * Prints the trigger for what of another was not delivered: it reads the last three days each time, since most of what it reads
 * was delivered and moves its place by nothing.
 */
export function undeliveredModule(trigger: ToldTrigger): Module {
  const since = `{{${instant(daysAgo)}}}`;
  return triggerModule(undelivered(trigger), { ...span, since, oldest: since });
}

/** How many events one run of the scenario takes. */
const limit: Json = {
  name: 'limit',
  label: 'Limit',
  help: 'The most events taken in one run; the others come with the next.',
  type: 'uinteger',
  required: true,
  default: 10,
};

/**
 * Prints a polling trigger as a module. A trigger remembers the ids of its last date only, so it reads up to two minutes
 * ago, in any order, and tells events apart by record and date.
 */
export function triggerModule(trigger: PollingTrigger, looks: Span = span): Module {
  const { operation, read } = trigger;
  const rests = trigger.awake !== undefined || trigger.when !== undefined;
  const call = printCall(oldestFirst(read), 'q');
  const { constants, response } = printResponse(trigger);
  return {
    id: moduleName(operation),
    label: operation.label,
    description: operation.description,
    moduleType: 'trigger',
    communication: [
      ...assign([{ ...given, problem: problemTable as unknown as Json }]),
      ...readInputs(operation, { input: looks, ...constants }),
      ...printBefore(trigger),
      ...assign(call.steps),
      { ...call.request, ...(rests ? { condition: '{{!(temp.resting)}}' } : {}), response },
    ],
    epoch: printStarts(trigger),
    staticParams: [...operation.inputs.map(toParameter), limit],
    interface: operation.outputs.map(toInterface),
    samples: operation.sample as Json,
  };
}

/**
 * Prints what comes before the rows are read. `temp.resting` says that there is nothing to read; "Choose where to start",
 * which does without these steps, finds it missing and reads.
 */
function printBefore({ operation, awake, before, when }: PollingTrigger): readonly Request[] {
  const isAwake = awake && compileExpression(awake, rootsOf('a'));
  const [first, ...others] = [awake && note('boolean', 'awake'), before?.when].filter(
    (each) => each !== undefined,
  );
  const readsIf = first && (others.length > 0 ? and(first, ...others) : first);
  const read =
    before && printStep({ name: operation.key, ...before, ...(readsIf && { when: readsIf }) }, 'b', []);
  const isNeeded = when && compileExpression(when, rootsOf('n'));
  const resting = [isAwake && '!(temp.awake)', isNeeded && `!(${isNeeded.expression})`].filter(Boolean);
  return [
    ...assign(isAwake ? [...isAwake.steps, { awake: `{{${isAwake.expression}}}` }] : []),
    ...(read ?? []),
    ...assign(isNeeded?.steps ?? []),
    ...assign(resting.length === 0 ? [] : [{ resting: `{{${resting.join(' || ')}}}` }]),
  ];
}

const recordId = field('text', 'Id');

/** Nothing can run between an answer and its rows, so only constants are put aside: once, before the request. */
function printResponse(trigger: PollingTrigger): {
  readonly constants: Assignments;
  readonly response: Record<string, Json>;
} {
  const { constants, response } = printRows(trigger);
  const { rowId = recordId, at, read } = trigger;
  const id = compileExpression(rowId, rowRoots('u'), true);
  const date = compileExpression(answerPaths(at, read), rowRoots('d'), true);
  return {
    constants: Object.assign({}, constants, ...id.steps, ...date.steps),
    response: {
      ...response,
      trigger: {
        type: 'date',
        order: 'unordered',
        id: `{{${id.expression}}}`,
        date: toDate(date.expression),
      },
    },
  };
}

/**
 * Prints what "Choose where to start" lays over the last step, which it repeats without those before: the same call, whose
 * first part reads the rows to start from and whose others find none, so that whatever is inherited still fits the answer.
 */
function printStarts({ read, rows, starts }: PollingTrigger): Request {
  const nothing = { ...starts.query, where: not(exists(recordId)) };
  const parts = Object.fromEntries(
    Object.keys(read.parts).map((name, at) => [name, readRows(at === 0 ? starts.query : nothing)]),
  );
  const { steps, request } = printCall({ ...read, parts }, 'e', true);
  const found = compileExpression(answerPaths(rows, read), rootsOf('c'), true);
  const label = compileExpression(starts.label, rowRoots('l'), true);
  const date = compileExpression(starts.at, rowRoots('f'), true);
  return {
    temp: Object.assign({}, ...[...steps, ...found.steps, ...label.steps, ...date.steps]) as Json,
    body: request.body ?? null,
    response: {
      limit: STARTS,
      iterate: '{{temp.rows}}',
      output: { label: `{{${label.expression}}}`, date: toDate(date.expression) },
    },
  };
}

/** The queries with the oldest rows first, so that those beyond a page come with the next poll. */
function oldestFirst(call: CompositeCall): CompositeCall {
  return replaceNodes(call, (node: Node) => {
    if (node.kind !== 'query-text') return undefined;
    const orderBy = node.query.orderBy?.map((order) => ({ ...order, direction: 'ascending' as const }));
    return { ...node, query: { ...node.query, ...(orderBy && { orderBy }) } };
  });
}

/** Salesforce writes an instant in one way only. */
function toDate(instant: string): string {
  return `{{parseDate(${instant}, '${SALESFORCE_INSTANT}', 'UTC')}}`;
}

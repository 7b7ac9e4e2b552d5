import type { Template } from '../../shared/language/index.ts';
import type { PollingTrigger } from '../../shared/operation/polling-trigger.ts';
import { compileExpression, compileTemplate } from '../../shared/target/iml/compile.ts';
import type { Step as Assignments } from '../../shared/target/iml/place.ts';
import { type Roots, rootsIn } from '../../shared/target/iml/roots.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { whenAnswered } from '../delivery/levels.ts';
import { rootsOf } from '../delivery/place.ts';
import { answerPaths } from '../delivery/print-call.ts';
import { printVerdicts, refusalOf } from '../delivery/verdict.ts';

/** What a trigger knows before it reads anything. */
export const given = {
  instanceUrl: '{{connection.instanceUrl}}',
  organizationId: '{{connection.organizationId}}',
  teamId: '{{connection.teamId}}',
} as const;

/** Where a module finds the row that it looks at. */
export function rowRoots(prefix: string): Roots {
  return rootsIn(prefix, { parameters: 'temp.input', record: 'item' });
}

/**
 * Prints how a module turns an answer into rows and returns those that count, as many as the parameter `limit` says.
 * `constants` must be in `temp` before the request is made, since nothing can run between an answer and its rows.
 */
export function printRows({
  read,
  rows,
  keep,
  item,
}: Pick<PollingTrigger, 'read' | 'rows' | 'keep' | 'item'>): {
  readonly constants: Assignments;
  readonly response: Record<string, Json>;
} {
  const { temp, valid } = printVerdicts(refusalOf(read), 'v');
  const container = compileExpression(answerPaths(rows, read), rootsOf('c'), true);
  const kept = keep && compileExpression(answerPaths(keep, read), rowRoots('k'), true);
  const output = compileTemplate(answerPaths(item, read) as Template, rowRoots('m'), true);
  const list = '{{temp.rows}}';
  return {
    constants: Object.assign({}, ...[container, kept, output].flatMap((compiled) => compiled?.steps ?? [])),
    response: {
      temp: whenAnswered({ ...temp, rows: `{{${container.expression}}}` }),
      ...(valid === undefined ? {} : { valid }),
      limit: '{{parameters.limit}}',
      iterate: kept === undefined ? list : { container: list, condition: `{{${kept.expression}}}` },
      output: output.value,
    },
  };
}

import { NotExpressibleError } from '../../error.ts';
import type { Condition } from '../../language/node/node.ts';
import { type FieldTest, groupsOf, type Inputs } from '../field-test.ts';

/** The entry criteria of a record-triggered Flow: elements of its `start`, in the order that the metadata wants. */
export interface FlowCriteria {
  readonly doesRequireRecordChangedToMeetCriteria: boolean;
  readonly filterLogic: 'and' | 'or';
  readonly filters: readonly FlowFilter[];
}

/** One filter of the entry criteria. */
export interface FlowFilter {
  readonly field: string;
  readonly operator: 'EqualTo';
  readonly value: { readonly stringValue: string } | { readonly booleanValue: boolean };
}

/**
 * Compiles a condition to entry criteria. A condition that is `entered` as a whole runs the Flow once per entry, as does any
 * other `on entry`: whenever a record that did not meet it comes to meet it. Else the Flow runs at every edit of a record
 * that meets it.
 *
 * Throws NotExpressibleError for what entry criteria cannot say.
 */
export function compileFlow(
  condition: Condition,
  inputs: Inputs = {},
  runs: 'on entry' | 'at every edit' = condition.kind === 'entered' ? 'on entry' : 'at every edit',
): FlowCriteria {
  const groups = groupsOf('flow', condition, inputs);
  const tests = groups.length === 1 ? (groups[0] ?? []) : groups.flat();
  if (groups.length > 1 && groups.length !== tests.length)
    throw refuse(condition, 'entry criteria join all their filters by "and", or all by "or"');
  if (condition.kind !== 'entered' && holdsEntered(condition))
    throw refuse(condition, 'the Flow could not tell which of the criteria the record came to meet');
  return Object.freeze({
    doesRequireRecordChangedToMeetCriteria: runs === 'on entry',
    filterLogic: groups.length > 1 ? 'or' : 'and',
    filters: tests.map(filterOf),
  });
}

/** The criteria as XML, to stand inside `<start>` before `<object>`. */
export function writeFlow(criteria: FlowCriteria): string {
  const { doesRequireRecordChangedToMeetCriteria, filterLogic, filters } = criteria;
  const required = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
  return [
    ...(doesRequireRecordChangedToMeetCriteria ? [required] : []),
    `<filterLogic>${filterLogic}</filterLogic>`,
    ...filters.flatMap(({ field, operator, value }) => [
      '<filters>',
      `    <field>${field}</field>`,
      `    <operator>${operator}</operator>`,
      `    <value>${Object.entries(value).map(([name, held]) => `<${name}>${escapeXml(String(held))}</${name}>`)}</value>`,
      '</filters>',
    ]),
  ]
    .map((line) => `        ${line}\n`)
    .join('');
}

function filterOf({ path, type, operator, value, refuse }: FieldTest): FlowFilter {
  const [field = '', ...further] = path;
  if (further.length > 0)
    refuse('entry criteria read no parent of the record', 'Use a field of the record itself.');
  if (operator !== 'equal' || (type !== 'text' && type !== 'boolean'))
    refuse('only equal texts and truth values are certain', 'Let the receiver check the rest of the filter.');
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(String(value)))
    refuse('XML cannot hold a control character or half a character', 'Use a value without it.');
  return {
    field,
    operator: 'EqualTo',
    value: typeof value === 'boolean' ? { booleanValue: value } : { stringValue: String(value) },
  };
}

function holdsEntered(condition: Condition): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.conditions.some(holdsEntered);
  return condition.kind === 'entered';
}

function refuse(condition: Condition, reason: string): NotExpressibleError {
  return new NotExpressibleError(
    'flow',
    condition.kind,
    'condition',
    reason,
    'Let the receiver check the rest of the filter.',
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

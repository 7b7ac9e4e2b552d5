import { type PushRule, pushRules } from '../../../../shared/receive/push-rule.ts';
import type { Change } from '../dml/change.ts';

/** Whether a save of a record is one that a trigger part tells of. */
type Matters = (change: Change) => boolean;

/** The trigger parts the package has, by object: what each tells of. */
export const triggerParts: Readonly<Record<string, Matters>> = Object.fromEntries(
  pushRules.map((rule) => [rule.object, mattersTo(rule)]),
);

function mattersTo({ fields }: PushRule): Matters {
  return ({ before, row, restored }) => {
    if (row === undefined || restored) return false;
    return before === undefined || fields.some((field) => before[field] !== row[field]);
  };
}

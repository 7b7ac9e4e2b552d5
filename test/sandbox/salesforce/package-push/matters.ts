import type { Change } from '../dml/change.ts';

/** Whether a save of a record is one that a trigger part tells of. */
type Matters = (change: Change) => boolean;

const isInsert: Matters = ({ before, row, restored }) =>
  before === undefined && row !== undefined && !restored;

const changes =
  (...fields: readonly string[]): Matters =>
  ({ before, row }) =>
    before !== undefined && row !== undefined && fields.some((field) => before[field] !== row[field]);

const either =
  (...rules: readonly Matters[]): Matters =>
  (change) =>
    rules.some((rule) => rule(change));

/** The trigger parts the package has, by object: what each tells of. */
export const triggerParts: Readonly<Record<string, Matters>> = {
  Opportunity: either(isInsert, changes('StageName')),
  Case: either(isInsert, changes('IsEscalated', 'Priority', 'Status', 'OwnerId')),
  Lead: isInsert,
};

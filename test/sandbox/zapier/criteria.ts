import type { ZapCriterion } from '../zap-filter/zap-filter.ts';
import type { Step } from './step-tree.ts';

/** The criteria of a Filter step or a branch. */
export function criteriaOf({ node }: Step): readonly ZapCriterion[] {
  return node.params.filter_criteria as readonly ZapCriterion[];
}

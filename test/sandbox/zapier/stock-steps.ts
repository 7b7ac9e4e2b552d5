import type { Operation } from './operation.ts';
import { refuse } from './refuse.ts';
import type { Step } from './step-tree.ts';

/** A step of Zapier's own tools or of its Slack app, whose shape exported Zaps show. */
interface StockStep {
  readonly operation: Operation;
  /** The first and the last version seen; tools without one carry none. */
  readonly versions?: readonly [first: string, last: string];
}

const DELAY = { versions: ['1.1.1', '1.1.1'] } as const;
const SCHEDULE = { operation: { kind: 'schedule' }, versions: ['1.6.0', '1.7.0'] } as const;
const SLACK = { versions: ['1.37.5', '1.43.0'] } as const;

/** Every stock step the runner executes, by app and action. */
export const STOCK_STEPS: Readonly<Record<string, StockStep>> = {
  'FilterAPI filter': { operation: { kind: 'filter' } },
  'BranchingAPI branch': { operation: { kind: 'paths' } },
  'BranchingAPI filter': { operation: { kind: 'branch' } },
  'DelayCLIAPI delay_for': { operation: { kind: 'delay' }, ...DELAY },
  'DelayCLIAPI delay_queue': { operation: { kind: 'queue' }, ...DELAY },
  'ScheduleCLIAPI everyDay': SCHEDULE,
  'ScheduleCLIAPI everyHour': SCHEDULE,
  'ScheduleCLIAPI everyWeek': SCHEDULE,
  'SlackCLIAPI anywhere_message': { operation: { kind: 'slack-trigger', event: 'posted' }, ...SLACK },
  'SlackCLIAPI pushed_message': { operation: { kind: 'slack-trigger', event: 'pushed' }, ...SLACK },
  'SlackCLIAPI channel_message': { operation: { kind: 'slack-message' }, ...SLACK },
  'SlackCLIAPI direct_message': { operation: { kind: 'slack-message' }, ...SLACK },
};

/** What a stock step does. Throws ZapRefusal, naming the step, for one that is not listed or of an unseen version. */
export function stockOperationOf({ node, name }: Step): Operation {
  const [api = '', version] = node.selected_api.split('@');
  const stock = STOCK_STEPS[`${api} ${node.action}`];
  if (stock === undefined) return refuse('stock-step', `${name}: ${api} ${node.action}`);
  return isSeen(version, stock.versions)
    ? stock.operation
    : refuse('stock-version', `${name}: ${node.selected_api}`);
}

function isSeen(version: string | undefined, versions: StockStep['versions']): boolean {
  if (version === undefined || versions === undefined) return version === versions;
  const [first, last] = versions.map(rank);
  return rank(version) >= (first ?? 0) && rank(version) <= (last ?? 0);
}

/** A version as one number that grows with it. */
function rank(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
}

import type { Platform } from '../sandbox/signal/switch-on.ts';
import type { DayCost } from './day.ts';

/** A step of a recipe built from the platform's own Salesforce and Slack apps. */
interface StockStep {
  readonly title: string;
  readonly calls: 'salesforce' | 'slack' | 'nothing';
}

/**
 * How guides build a deal room from stock steps: a trigger on every updated opportunity, a filter on its stage, and a step for each
 * call. Nothing in it keeps a second run from opening a second room.
 */
export const stockRecipe: {
  readonly trigger: string;
  readonly filter: string;
  readonly steps: readonly StockStep[];
} = {
  trigger: 'Salesforce: Updated Record (Opportunity)',
  filter: 'Stage is Closed Won',
  steps: [
    { title: 'Salesforce: Find Record (Account)', calls: 'salesforce' },
    { title: 'Salesforce: Find Record (Owner)', calls: 'salesforce' },
    { title: 'Salesforce: Find Record (Contact Roles)', calls: 'salesforce' },
    { title: 'Slack: Create Channel', calls: 'slack' },
    { title: 'Slack: Find User by Email (Owner)', calls: 'slack' },
    { title: 'Slack: Find User by Email (SE)', calls: 'slack' },
    { title: 'Slack: Find User by Email (CSM)', calls: 'slack' },
    { title: 'Slack: Invite User to Channel', calls: 'slack' },
    { title: 'Slack: Set Channel Topic', calls: 'slack' },
    { title: 'Slack: Send Channel Message', calls: 'slack' },
    { title: 'Slack: Pin Message', calls: 'slack' },
    { title: 'Salesforce: Update Record (Chatter)', calls: 'salesforce' },
  ],
};

/**
 * What the recipe costs on a day, counted from its steps: on Zapier each action of a run is a task and the filter is free; on Make
 * each updated record is an operation of the trigger, and each module of a run one more.
 */
export function stockDay(
  platform: Platform,
  {
    changes,
    wins,
    pollMinutes,
  }: { readonly changes: number; readonly wins: number; readonly pollMinutes: number },
): DayCost {
  const { steps } = stockRecipe;
  const calls = (to: StockStep['calls']) => steps.filter((step) => step.calls === to).length * wins;
  const polls = (24 * 60) / pollMinutes;
  return {
    name: `Stock recipe on ${platform}`,
    units: steps.length * wins + (platform === 'make' ? changes : 0),
    polls,
    salesforceCalls: calls('salesforce') + polls,
    slackCalls: calls('slack'),
    delivered: wins,
  };
}

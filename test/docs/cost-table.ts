/** What `npm run bench -- --json` prints, as far as documents show it. */
export interface Measured {
  readonly measuredOn: string;
  readonly budgets: readonly {
    readonly name: string;
    readonly value: number;
    readonly budget: string;
  }[];
  readonly day: readonly {
    readonly name: string;
    readonly units: number;
    readonly polls: number;
    readonly salesforceCalls: number;
    readonly slackCalls: number;
    readonly delivered: number;
  }[];
  readonly burst: readonly {
    readonly name: string;
    readonly escalations: number;
    readonly seconds: number;
    readonly shareOfCeiling: number;
    readonly lost: number;
    readonly duplicated: number;
    readonly outOfOrder: number;
  }[];
}

/** Budgets of time, whose figures say as much of a machine and its load as of us. */
const IS_TIME = /wall time|per second|cold load/;

/** The tables of the page about cost. */
export function costTables({ measuredOn, budgets, day, burst }: Measured): string {
  return [
    `Counted on ${measuredOn}.`,
    '',
    '| a day of deals | tasks or operations | polls | Salesforce calls | Slack calls | rooms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...day.map(({ name, units, polls, salesforceCalls, slackCalls, delivered }) =>
      row(name, ...[units, polls, salesforceCalls, slackCalls, delivered].map(count)),
    ),
    '',
    '| budget | allowed | counted |',
    '| --- | --- | --- |',
    ...budgets
      .filter(({ name }) => !/ of a burst, /.test(name))
      .map(({ name, value, budget }) =>
        row(name, budget, IS_TIME.test(name) ? 'a matter of the machine' : figure(value)),
      ),
    '',
    "| a burst into one channel | escalations | minutes | share of Slack's pace | lost | twice | out of order |",
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...burst.map(({ name, escalations, seconds, shareOfCeiling, lost, duplicated, outOfOrder }) =>
      row(
        name,
        count(escalations),
        (seconds / 60).toFixed(1),
        `${Math.round(shareOfCeiling * 100)} %`,
        ...[lost, duplicated, outOfOrder].map(count),
      ),
    ),
  ].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function figure(value: number): string {
  return Number.isInteger(value) ? count(value) : value.toFixed(2);
}

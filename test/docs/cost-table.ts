/** What `npm run bench -- --json` prints, as far as documents show it. */
export interface Measured {
  readonly measuredOn: string;
  readonly budgets: readonly {
    readonly name: string;
    readonly value: number;
    readonly budget: string;
    readonly kept: boolean;
  }[];
  readonly day: readonly {
    readonly name: string;
    readonly units: number;
    readonly polls: number;
    readonly salesforceCalls: number;
    readonly slackCalls: number;
    readonly delivered: number;
  }[];
}

/** The tables of the page about cost. */
export function costTables({ measuredOn, budgets, day }: Measured): string {
  return [
    `Measured on ${measuredOn}.`,
    '',
    '| a day of deals | tasks or operations | polls | Salesforce calls | Slack calls | rooms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...day.map(({ name, units, polls, salesforceCalls, slackCalls, delivered }) =>
      row(name, ...[units, polls, salesforceCalls, slackCalls, delivered].map(count)),
    ),
    '',
    '| budget | measured | allowed | kept |',
    '| --- | --- | --- | --- |',
    ...budgets.map(({ name, value, budget, kept }) => row(name, figure(value), budget, kept ? 'yes' : 'no')),
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

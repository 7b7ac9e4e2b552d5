import { parseArgs } from 'node:util';
import { type BurstResult, measureBursts } from './burst/burst.ts';
import { DAY, type DayCost, measureDay } from './day.ts';
import { measureDelivery } from './delivery.ts';
import { measureLanguage } from './language.ts';
import { measureZapierPackage } from './zapier-package.ts';

/** `npm run bench`: the budgets of the project as counts and as ratios within one run. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

interface Budget {
  readonly name: string;
  readonly value: number;
  readonly budget: string;
  readonly kept: boolean;
}

const atMost = (name: string, value: number, limit: number): Budget => ({
  name,
  value,
  budget: `at most ${limit}`,
  kept: value <= limit,
});
const atLeast = (name: string, value: number, limit: number): Budget => ({
  name,
  value,
  budget: `at least ${limit}`,
  kept: value >= limit,
});

interface Measured {
  readonly budgets: readonly Budget[];
  readonly day: readonly DayCost[];
  readonly burst: readonly BurstResult[];
}

async function measure(): Promise<Measured> {
  const say = (text: string) => process.stderr.write(`${text}…\n`);
  say('Delivering rooms against slow stand-ins');
  const delivery = await measureDelivery();
  say('Running filters and cards beside hand-written functions');
  const language = measureLanguage();
  say('Building and loading the Zapier package');
  const zapier = await measureZapierPackage();
  say(`Letting a day of ${DAY.changes} changes happen on both platforms, which takes a minute or two`);
  const day = await measureDay();
  say('Escalating hundreds of cases to one channel on both platforms, which takes a minute or two');
  const burst = await measureBursts();
  const unitsOf = (name: string) => day.find((cost) => cost.name === name)?.units ?? Number.NaN;
  const budgets = [
    atMost('Salesforce calls of a room for three people', delivery.salesforceCalls, 3),
    atMost('wall time of a room over its longest chain of calls', delivery.ratio, 1.15),
    ...language.map(({ name, ratio }) =>
      atLeast(`${name} per second, compiled over hand-written`, ratio, 0.5),
    ),
    atMost('Zapier package, MB', zapier.dealwire.zipSize / 1e6, 10),
    atMost('empty Zapier package, MB', zapier.empty.zipSize / 1e6, 10),
    atMost('cold load beyond an empty app, ms', zapier.coldLoadBeyondEmpty, 300),
    atMost('Zapier tasks a win, on a day of 50,000 changes', unitsOf('Dealwire on zapier') / DAY.wins, 1),
    atMost('Make operations a win, on the same day', unitsOf('Dealwire on make') / DAY.wins, 2),
    ...burst.flatMap(burstBudgets),
  ];
  return { budgets, day, burst };
}

const { budgets, ...more } = await measure();
const measuredOn = new Date().toISOString().slice(0, 10);
process.stdout.write(
  values.json
    ? `${JSON.stringify({ measuredOn, budgets, ...more }, null, 2)}\n`
    : `${inWords(budgets)}\n\n${table(more.day)}\n`,
);
process.exitCode = budgets.every(({ kept }) => kept) ? 0 : 1;

/** Nothing is lost and nothing comes twice, on Make in order; Slack's pace is kept where the services are fast enough for it. */
function burstBudgets({ name, platform, pace, ...result }: BurstResult): readonly Budget[] {
  const of = (what: string) => `${what} of a burst, ${name}`;
  return [
    atMost(of('escalations lost'), result.lost, 0),
    atMost(of('messages twice'), result.duplicated, 0),
    ...(platform === 'make' ? [atMost(of('messages out of order'), result.outOfOrder, 0)] : []),
    ...(pace === undefined ? [] : [atLeast(of("share of Slack's pace"), result.shareOfCeiling, pace)]),
  ];
}

function inWords(all: readonly Budget[]): string {
  return all
    .map(
      ({ name, value, budget, kept }) =>
        `${kept ? 'kept  ' : 'MISSED'}  ${value.toFixed(2).padStart(9)}  ${name} (${budget})`,
    )
    .join('\n');
}

function table(costs: readonly DayCost[]): string {
  const head = ['tasks or operations', 'polls', 'Salesforce calls', 'Slack calls', 'rooms'];
  const lines = costs.map(({ name, units, polls, salesforceCalls, slackCalls, delivered }) =>
    [
      name.padEnd(24),
      ...[units, polls, salesforceCalls, slackCalls, delivered].map((value) => String(value).padStart(20)),
    ].join(''),
  );
  return [
    `A day of ${DAY.changes} changes, ${DAY.wins} of them wins`.padEnd(24),
    `${' '.repeat(24)}${head.map((title) => title.padStart(20)).join('')}`,
    ...lines,
  ].join('\n');
}

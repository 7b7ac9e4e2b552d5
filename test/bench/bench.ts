import { parseArgs } from 'node:util';
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

async function measure(): Promise<readonly Budget[]> {
  const say = (text: string) => process.stderr.write(`${text}…\n`);
  say('Delivering rooms against slow stand-ins');
  const delivery = await measureDelivery();
  say('Running filters and cards beside hand-written functions');
  const language = measureLanguage();
  say('Building and loading the Zapier package');
  const zapier = await measureZapierPackage();
  return [
    atMost('Salesforce calls of a room for three people', delivery.salesforceCalls, 3),
    atMost('wall time of a room over its longest chain of calls', delivery.ratio, 1.15),
    ...language.map(({ name, ratio }) =>
      atLeast(`${name} per second, compiled over hand-written`, ratio, 0.5),
    ),
    atMost('Zapier package, MB', zapier.dealwire.zipSize / 1e6, 10),
    atMost('empty Zapier package, MB', zapier.empty.zipSize / 1e6, 10),
    atMost('cold load beyond an empty app, ms', zapier.coldLoadBeyondEmpty, 300),
  ];
}

const budgets = await measure();
process.stdout.write(
  values.json
    ? `${JSON.stringify({ budgets }, null, 2)}\n`
    : `${budgets
        .map(
          ({ name, value, budget, kept }) =>
            `${kept ? 'kept  ' : 'MISSED'}  ${value.toFixed(2).padStart(9)}  ${name} (${budget})`,
        )
        .join('\n')}\n`,
);
process.exitCode = budgets.every(({ kept }) => kept) ? 0 : 1;

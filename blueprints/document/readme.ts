import zapierPackage from '../../zapier-app/package.json' with { type: 'json' };
import { choicesOf, scheduleOf } from '../after-import.ts';
import type { Blueprint, Flow } from '../blueprint.ts';
import { labelOf } from '../choice.ts';
import { costOf, type FlowCost } from '../cost.ts';
import { scenarioPath, zapFilesOf } from '../files.ts';
import { type Variant, variantsOf } from '../variant.ts';
import { monthOf, type Platform, pollMinutesOf, WEEKLY_STARTS } from './month.ts';
import { pictureOf } from './picture.ts';
import { count, table } from './table.ts';

/** The generated part of a blueprint's README: its files, a picture, how to import them and what they cost. */
export function readmeBlock(blueprint: Blueprint): string {
  const flows = flowsOf(blueprint);
  const isCalled = flows.some(({ trigger }) => 'instant' in trigger);
  return [
    '## The files',
    filesTable(blueprint),
    pictureOf(blueprint.flows),
    '## Import it',
    importSteps(blueprint),
    choicesTable(flows),
    ...(isCalled ? [pushNote(flows)] : []),
    '## What it costs',
    costTable(blueprint, flows),
    costNotes(flows),
  ].join('\n\n');
}

/** Every flow of every way to run a signal, each once. */
export function flowsOf(blueprint: Blueprint): readonly Flow[] {
  const all = variantsOf(blueprint).flatMap(({ flows }) => flows);
  return all.filter(({ name }, index) => all.findIndex((flow) => flow.name === name) === index);
}

function filesTable(blueprint: Blueprint): string {
  const link = (path: string) => {
    const file = path.split('/').at(-1) ?? '';
    return `[${file}](${file})`;
  };
  const rows = zapFilesOf(blueprint).map(({ path, variant }) => [
    variant.title,
    link(path),
    scenariosOf(blueprint, variant).map(link).join(', '),
  ]);
  return table(['way', 'Zapier', 'Make'], rows);
}

function scenariosOf(blueprint: Blueprint, { flows, only }: Variant): readonly string[] {
  return only === undefined ? flows.map((flow) => scenarioPath(blueprint, flow)) : [];
}

function importSteps({ name, flows }: Blueprint): string {
  const clocked = flows.some(({ trigger }) => 'schedule' in trigger);
  const polled = flows.some(({ trigger }) => 'operation' in trigger);
  const start = polled
    ? ' Start a polling trigger *From now on* and schedule it as the table says, which is not part of the file.'
    : '';
  return [
    '1. An admin uploads the apps once, which the [set-up](../SETUP.md) leads through, and learns what the accounts call them.',
    `2. \`npm run blueprints -- --zapier-app App123CLIAPI@${zapierPackage.version} --make-app dealwire-ab12cd\` writes the files with these names into \`dist/blueprints/${name}\`.`,
    '3. **Zapier:** import a file, choose the Dealwire connection in every step of Dealwire and what the table below says, test, switch on. Zapier documents no import of files that it did not export itself, nor which plans may import; these have the shape of real exports, and nobody has imported one yet. [recipe.md](recipe.md) builds the same Zaps by hand.',
    `4. **Make:** import a file as a blueprint into a new scenario, choose the Dealwire connection in every module of Dealwire and what the table below says.${clocked ? ' When it runs is not part of the file: set the schedule to what the table says, in the time zone of the organization.' : start} Leave *Allow storing of incomplete executions* on: Make then tries again what failed.`,
  ].join('\n');
}

function choicesTable(flows: readonly Flow[]): string {
  const rows = flows.map((flow) => [flow.title, scheduleOf(flow), choicesOf(flow).join('; ') || 'nothing']);
  return table(['flow', 'runs', 'choose after the import'], rows);
}

function pushNote(flows: readonly Flow[]): string {
  const pushed = flows.flatMap(({ trigger }) => ('instant' in trigger && trigger.instant ? [trigger] : []));
  const fields = pushed.flatMap(({ operation, inputs }) =>
    Object.entries(inputs).map(([key, value]) => `${labelOf(operation, key)} ${String(value) || '(empty)'}`),
  );
  return [
    'The flow that Salesforce tells needs the part *push* of the [Salesforce package](../salesforce/README.md). On Make its settings belong to the webhook, which no file holds: make one in the first module, with a Secret that nobody can guess',
    ` and ${fields.join(', ')}. Import the flow that finds what was missed with it: both have the same delivery name, so each event is delivered once. Change a filter in both. It looks three days back, on Zapier to the first delivery at most, on Make to when it was first switched on: what happened before is left alone.`,
  ].join('');
}

function costTable(blueprint: Blueprint, flows: readonly Flow[]): string {
  const cell = (flow: Flow, platform: Platform) => [
    quietMonth(blueprint, flow, platform),
    eventCost(blueprint, flow, platform),
  ];
  return table(
    ['flow', 'Zapier, a quiet month', 'Zapier, each event', 'Make, a quiet month', 'Make, each event'],
    flows.map((flow) => [flow.title, ...cell(flow, 'zapier'), ...cell(flow, 'make')]),
  );
}

/** What a month costs in which nothing happens. What the clock starts is delivered all the same. */
export function quietMonth({ name }: Blueprint, flow: Flow, platform: Platform): string {
  const cost = costOf(name, flow.name, platform);
  const month = monthOf(flow, platform);
  if (month === undefined)
    return 'schedule' in flow.trigger ? `up to ${eventsCost(cost, platform, WEEKLY_STARTS)}` : 'nothing';
  const calls = count(month.asking * (cost.look ?? 0), 'Salesforce call');
  return platform === 'zapier' ? `no tasks, ${calls}` : `${count(month.looks, 'look')}, ${calls}`;
}

/** What one event costs. */
export function eventCost({ name }: Blueprint, flow: Flow, platform: Platform): string {
  return eventsCost(costOf(name, flow.name, platform), platform, 1);
}

function eventsCost({ event }: FlowCost, platform: Platform, events: number): string {
  return [
    count(events * event.units, platform === 'zapier' ? 'task' : 'operation'),
    count(events * event.salesforceCalls, 'Salesforce call'),
    count(events * event.slackCalls, 'Slack call'),
  ].join(', ');
}

function costNotes(flows: readonly Flow[]): string {
  const polls = flows.find((flow) => monthOf(flow, 'zapier') !== undefined && flow.reconciles === undefined);
  return [
    'Counted in the sandbox, on the sample event that `npm start` shows.',
    ...(polls === undefined
      ? [
          flows.some(({ trigger }) => 'schedule' in trigger)
            ? 'An event is one start; a month has five at most.'
            : 'An event is one start.',
        ]
      : [
          `A month has 30 days; Zapier looks every ${pollMinutesOf(polls, 'zapier')} minutes (Professional plan), Make every ${pollMinutesOf(polls, 'make')}. Whether Make charges an operation for a look that finds nothing is not documented.`,
        ]),
    ...(flows.some(({ reconciles }) => reconciles)
      ? [
          'For the flow that finds what was missed, an event is one that was delivered already; one that was missed costs what it costs the flow that polls.',
        ]
      : []),
  ].join(' ');
}

import type { Input } from '../../shared/operation/definition.ts';
import { compileZapFilter } from '../../shared/target/zap-filter/compile.ts';
import type {
  Blueprint,
  ConversationStep,
  Flow,
  InputValue,
  OperationStep,
  ScheduleStep,
  SlackStep,
} from '../blueprint.ts';
import { labelOf } from '../choice.ts';
import { zapFilesOf } from '../files.ts';
import { clockOf, freshOnly, zapFlow } from '../zap.ts';
import { table } from './table.ts';

/** What Zapier's editor calls the matches of a filter. */
const MATCHES: Readonly<Record<string, string>> = {
  iexist: 'exists',
  iexact: 'exactly matches (text)',
  icontains: 'contains (text)',
  igreater: 'is greater than (number)',
  iless: 'is less than (number)',
  boolean: 'is true',
};

/** How to build by hand what the Zap files of a blueprint hold, one heading for each Zap. */
export function recipeOf(blueprint: Blueprint): string {
  const files = zapFilesOf(blueprint);
  const sections = files.flatMap(({ path, variant }) => [
    `## ${path.split('/').at(-1)}`,
    `${variant.title}.`,
    ...variant.flows.map((flow) => tellFlow(zapFlow(flow))),
  ]);
  return `${[
    `# How to build ${blueprint.name} by hand in Zapier`,
    'Zapier documents no import of files that it did not export itself. These steps build the same Zaps in its editor. They are generated from the descriptions that the files come from.',
    'Choose the Dealwire connection in every step of Dealwire. A field that is not listed stays empty. Where it says *of step 1*, insert that value from the list of earlier steps.',
    ...sections,
  ].join('\n\n')}\n`;
}

function tellFlow({ title, trigger, filter, actions, slackStep, note }: Flow): string {
  const outputs = outputsOf(trigger);
  const outputName = (key: string) => outputs.find((output) => output.key === key)?.label ?? key;
  const lastAction = 1 + (filter === undefined ? 0 : 1) + actions.length;
  const steps: readonly (readonly string[])[] = [
    tellTrigger(trigger, outputName),
    ...(filter === undefined ? [] : [tellFilter(filter, 1, outputName)]),
    ...actions.map((action) => tellStep('Action', action, outputName)),
    ...(slackStep === undefined
      ? []
      : [tellFilter(freshOnly, lastAction, () => 'Outcome'), tellSlack(slackStep, outputName)]),
  ];
  const numbered = steps.map(([first = '', ...others], index) => {
    const indent = ' '.repeat(`${index + 1}. `.length);
    return [`${index + 1}. ${first}`, ...others.map((line) => (line === '' ? '' : `${indent}${line}`))].join(
      '\n',
    );
  });
  return [`### ${title}`, ...(note === undefined ? [] : [note]), ...numbered].join('\n\n');
}

/** What people see of a trigger's values. */
export function outputsOf(
  trigger: Flow['trigger'],
): readonly { readonly key: string; readonly label: string }[] {
  if ('operation' in trigger) return trigger.operation.outputs;
  if ('schedule' in trigger) return [];
  return Object.values(trigger.message.outputs).map((key) => ({ key, label: nameOf(key) }));
}

/** `channel__id` is the Channel ID. */
function nameOf(key: string): string {
  return key
    .split('__')
    .map((part) => (part === 'id' ? 'ID' : `${part.charAt(0).toUpperCase()}${part.slice(1)}`))
    .join(' ');
}

function tellTrigger(trigger: Flow['trigger'], outputName: (key: string) => string): readonly string[] {
  if ('schedule' in trigger) return tellSchedule(trigger);
  return 'request' in trigger ? tellMessage(trigger) : tellStep('Trigger', trigger, outputName);
}

function tellMessage({ title, message }: ConversationStep): readonly string[] {
  const bots = message.params.listen_for_bots === 'no' ? ' Leave messages of bots out.' : '';
  return [`**Trigger:** app *Slack*, event *${message.label}*.${bots} Call it “${title}”.`];
}

function tellStep(kind: string, step: OperationStep, outputName: (key: string) => string): readonly string[] {
  const { operation, title, inputs, choose = [] } = step;
  const rows = [
    ...Object.entries(inputs).map(([key, value]) => [
      labelOf(operation, key),
      tellValue(value, inputOf(step, key), outputName),
    ]),
    ...choose.map((key) => [labelOf(operation, key), 'choose it']),
  ];
  return [
    `**${kind}:** app *Dealwire*, event *${operation.label}*. Call it “${title}”.`,
    '',
    ...lines(['field', 'value'], rows),
  ];
}

function tellSchedule({ title, schedule: { weekday, time } }: ScheduleStep): readonly string[] {
  const day = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  return [
    `**Trigger:** app *Schedule by Zapier*, event *Every Week*. Call it “${title}”.`,
    '',
    ...lines(
      ['field', 'value'],
      [
        ['Day of the week', `\`${day}\``],
        ['Time of day', `\`${clockOf(time)}\``],
      ],
    ),
  ];
}

function tellFilter(
  { title, keep }: NonNullable<Flow['filter']>,
  step: number,
  outputName: (key: string) => string,
): readonly string[] {
  const criteria = compileZapFilter(keep, step, () => 0);
  const rows = criteria.map(({ key, match, value }) => [
    `*${outputName(key.replace(/^\d+__/, ''))}* of step ${step}`,
    MATCHES[match] ?? match,
    value === '' ? '' : `\`${value}\``,
  ]);
  return [
    `**Filter:** “Only continue if”, every line joined by *And*. Call it “${title}”.`,
    '',
    ...lines(['field', 'condition', 'value'], rows),
  ];
}

function tellSlack({ title, text }: SlackStep, outputName: (key: string) => string): readonly string[] {
  const parts = text.map((part) =>
    typeof part === 'string' ? part : `*${outputName(part.from)}* of step 1`,
  );
  return [
    `**Action:** app *Slack*, the event that sends a message to a channel. Call it “${title}”.`,
    '',
    ...lines(
      ['field', 'value'],
      [
        ['Channel', 'choose it'],
        ['Message Text', parts.join('')],
      ],
    ),
  ];
}

function inputOf({ operation }: OperationStep, key: string): Input | undefined {
  return operation.inputs.find((input) => input.key === key);
}

function tellValue(value: InputValue, input: Input | undefined, outputName: (key: string) => string): string {
  if (typeof value === 'string') return quoted(input?.choices?.[value] ?? value);
  if ('from' in value) return `*${outputName(value.from)}* of step 1`;
  const shown = value.map((item) => quoted(input?.choices?.[item] ?? item));
  return shown.length === 0 ? 'leave it empty' : shown.join(', ');
}

function quoted(text: string): string {
  return `\`${text}\``;
}

function lines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return table(head, rows).split('\n');
}

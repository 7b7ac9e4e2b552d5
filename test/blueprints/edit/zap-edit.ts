import fc from 'fast-check';
import { CHANNELS } from '../../sandbox/slack/sample-workspace.ts';
import {
  addPaths,
  insertStep,
  moveStep,
  type NewStep,
  removeStep,
  renameStep,
  renameZap,
  setParam,
} from '../../sandbox/zapier/edit-zap.ts';
import type { Zap, ZapNode } from '../../sandbox/zapier/zap-export.ts';
import { type Edit, editsOf, fieldValue, hasHeadline, nth, text } from './edit.ts';

const steps = (zap: Zap): readonly ZapNode[] => Object.values(zap.nodes);
const numbers = (zap: Zap): readonly number[] => steps(zap).map(({ id }) => id);
const filtersOf = (zap: Zap) => steps(zap).filter(({ selected_api }) => selected_api === 'FilterAPI');
const isApp = ({ selected_api }: ZapNode) => selected_api.startsWith('App');
const actionOf = (zap: Zap) => steps(zap).find((step) => isApp(step) && step.type_of === 'write');
const last = (zap: Zap): number => Math.max(...numbers(zap));

const tellSlack = (zap: Zap): NewStep => ({
  title: 'Tell everybody',
  selected_api: 'SlackCLIAPI@1.43.0',
  action: 'channel_message',
  type_of: 'write',
  params: { channel: CHANNELS.general, text: `News: {{${zap.id}__id}}` },
});
const wait: NewStep = {
  title: 'Wait a minute',
  selected_api: 'DelayCLIAPI@1.1.1',
  action: 'delay_for',
  type_of: 'write',
  params: { delay_for_value: '1', delay_for_unit: 'minutes' },
};

const edit = editsOf<Zap>();
const harmless = true as const;
const pick = fc.nat(9);

/** What a person does to a Zap that leaves what it delivers as it is. */
export const harmlessZapEdit: fc.Arbitrary<Edit<Zap>> = fc.oneof(
  edit(fc.tuple(pick, text), ([number, title]) => ({
    what: `rename step ${number} "${title}"`,
    harmless,
    apply: (zap) => renameStep(zap, nth(numbers(zap), number), title),
  })),
  edit(text, (title) => ({
    what: `rename the Zap "${title}"`,
    harmless,
    apply: (zap) => renameZap(zap, title),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'remove the first filter',
    harmless,
    apply: (zap) => {
      const [filter] = filtersOf(zap);
      return filter === undefined ? zap : removeStep(zap, filter.id);
    },
  })),
  edit(fc.constant(undefined), () => ({
    what: 'tell Slack at the end',
    harmless,
    apply: (zap) => insertStep(zap, last(zap), tellSlack(zap)),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'tell Slack right after the trigger',
    harmless,
    apply: (zap) => insertStep(zap, zap.id, tellSlack(zap)),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'wait a minute after the trigger',
    harmless,
    apply: (zap) => insertStep(zap, zap.id, wait),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'put the action into one path and a Slack message into another',
    harmless,
    apply: (zap) => addPaths(zap, actionOf(zap)?.id ?? last(zap), [tellSlack(zap)]),
  })),
  edit(text, (headline) => ({
    what: `set the headline "${headline}"`,
    harmless,
    apply: (zap) => {
      const action = actionOf(zap);
      return action && hasHeadline(action.action) ? setParam(zap, action.id, 'headline', headline) : zap;
    },
  })),
  edit(fc.constant(undefined), () => ({
    what: 'add a condition that holds',
    harmless,
    apply: (zap) => withCondition(zap, { key: `${zap.id}__id`, match: 'iexist', value: '' }),
  })),
);

/** Anything a person may do to a Zap, by mistake too. */
export const anyZapEdit: fc.Arbitrary<Edit<Zap>> = fc.oneof(
  { weight: 8, arbitrary: harmlessZapEdit },
  edit(fc.tuple(pick, pick, fieldValue), ([number, field, value]) => ({
    what: `fill field ${field} of step ${number} with ${JSON.stringify(value)}`,
    apply: (zap) => {
      const step = nth(steps(zap).filter(isApp), number);
      return setParam(
        zap,
        step.id,
        nth([...Object.keys(step.params), 'channel', 'extra_fields'], field),
        value,
      );
    },
  })),
  edit(fc.tuple(pick, pick), ([number, field]) => ({
    what: `empty field ${field} of step ${number}`,
    apply: (zap) => {
      const step = nth(steps(zap).filter(isApp), number);
      return setParam(zap, step.id, nth([...Object.keys(step.params), 'none'], field), undefined);
    },
  })),
  edit(fc.tuple(pick, fc.constantFrom('__nope', '__record_id', '__')), ([number, output]) => ({
    what: `map ${output} of step ${number}`,
    apply: (zap) => setParam(zap, actionOf(zap)?.id ?? zap.id, 'record_id', `{{${number}${output}}}`),
  })),
  edit(fc.tuple(pick, pick), ([from, to]) => ({
    what: `move step ${from} behind step ${to}`,
    apply: (zap) => moveStep(zap, nth(numbers(zap), from), nth(numbers(zap), to)),
  })),
  edit(pick, (number) => ({
    what: `remove step ${number}`,
    apply: (zap) => removeStep(zap, nth(numbers(zap), number)),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'add a condition that does not hold',
    apply: (zap) => withCondition(zap, { key: `${zap.id}__id`, match: 'iexact', value: 'something else' }),
  })),
  edit(fc.constantFrom('App0CLIAPI@9.9.9', 'App7CLIAPI@0.1.0', 'SlackCLIAPI@9.9.9'), (api) => ({
    what: `let the action be of ${api}`,
    apply: (zap) => changed(zap, { selected_api: api }),
  })),
  edit(fc.constant('open_the_door'), (action) => ({
    what: `let the action be ${action}`,
    apply: (zap) => changed(zap, { action }),
  })),
);

/** The Zap with something changed in its action. */
function changed(zap: Zap, more: Partial<ZapNode>): Zap {
  const action = actionOf(zap);
  return action === undefined
    ? zap
    : { ...zap, nodes: { ...zap.nodes, [action.id]: { ...action, ...more } } };
}

/** The Zap with a condition more in the group of its first filter, if it has one. */
function withCondition(zap: Zap, condition: Readonly<Record<string, string>>): Zap {
  const [filter] = filtersOf(zap);
  if (filter === undefined) return zap;
  const criteria = filter.params.filter_criteria as readonly { readonly id: number }[];
  return setParam(zap, filter.id, 'filter_criteria', [
    ...criteria,
    { ...criteria[0], id: 1_000_000_000_000_501, ...condition },
  ]);
}

import { and, exists, field } from '../shared/language/index.ts';
import { triggers } from '../shared/operation/operations.ts';
import type { PollingTrigger } from '../shared/operation/polling-trigger.ts';
import { hasPush, pushedOperation } from '../shared/operation/pushed.ts';
import { hasReplay, replayedOperation } from '../shared/operation/replayed.ts';
import { isTold, undeliveredOperation } from '../shared/operation/undelivered.ts';
import type { Blueprint, Flow, OperationStep } from './blueprint.ts';

/** One way to run a signal: flows that are imported together. */
export interface Variant {
  /** What its files are called after; the plain way has none. */
  readonly name?: 'push' | 'replay' | 'announce' | 'slack-step';
  readonly title: string;
  readonly flows: readonly Flow[];
  /** The only platform that can run it, if it is one. */
  readonly only?: 'zapier';
}

/** Minutes between two polls that look for what another way of noticing missed. */
const RECONCILE_MINUTES = 60;

/** Every way to run a signal, worked out from what its operations can do; the plain one comes first. */
export function variantsOf({ flows }: Blueprint): readonly Variant[] {
  const either = (change: (flow: Flow) => readonly Flow[] | undefined) => {
    const changed = flows.map(change);
    return changed.every((each) => each === undefined)
      ? []
      : flows.flatMap((flow, index) => changed[index] ?? [flow]);
  };
  const variants: readonly Variant[] = [
    { title: plainTitle(flows), flows },
    {
      name: 'push',
      title: 'Salesforce tells at once, and a poll finds what was missed',
      flows: either((flow) => withPush(flow)),
    },
    {
      name: 'replay',
      title: 'Reads change events, and a poll finds what was missed',
      flows: either((flow) => withReplay(flow)),
      only: 'zapier',
    },
    {
      name: 'announce',
      title: 'Announces it in a second channel as well',
      flows: either((flow) => withAnnouncement(flow)),
    },
    {
      name: 'slack-step',
      title: 'Ends with the platform’s own Slack step',
      flows: either((flow) => withSlackStep(flow)),
    },
  ];
  return variants.filter((variant) => variant.flows.length > 0);
}

function plainTitle(flows: readonly Flow[]): string {
  return flows.every(({ trigger }) => 'request' in trigger) ? 'Somebody in Slack starts it' : 'Polls';
}

/** A flow's name in a variant. */
function named({ name }: Flow, variant: string): string {
  return name === undefined ? variant : `${name}-${variant}`;
}

function triggerOf({ trigger }: Flow): PollingTrigger | undefined {
  return triggers.find(({ operation }) => 'operation' in trigger && operation === trigger.operation);
}

function withPush(flow: Flow): readonly Flow[] | undefined {
  const trigger = triggerOf(flow);
  if (trigger === undefined || !hasPush(trigger) || !('operation' in flow.trigger)) return undefined;
  const news = exists(field('text', 'event_key'));
  return [
    {
      ...flow,
      name: named(flow, 'push'),
      title: `${flow.title}, at once`,
      trigger: {
        ...withOperation(flow.trigger, pushedOperation(trigger)),
        title: `${flow.trigger.title}, and Salesforce tells it`,
        instant: true,
      },
      ...(flow.filter && {
        filter: {
          title: `Only news has an event key. ${flow.filter.title}`,
          keep: and(news, flow.filter.keep),
        },
      }),
      note: 'It needs the push of the Dealwire package for Salesforce. Run the flow that looks for what was missed beside it.',
    },
    reconcileOf(flow),
  ];
}

function withReplay(flow: Flow): readonly Flow[] | undefined {
  const trigger = triggerOf(flow);
  if (trigger === undefined || !hasReplay(trigger) || !('operation' in flow.trigger)) return undefined;
  return [
    {
      ...flow,
      name: named(flow, 'replay'),
      title: `${flow.title}, by change events`,
      trigger: {
        ...withOperation(flow.trigger, replayedOperation(trigger)),
        title: `${flow.trigger.title}, and a change event tells it`,
      },
      note: 'It needs Change Data Capture for the object.',
    },
    reconcileOf(flow),
  ];
}

/** The same filter and delivery name, polled seldom, as far as nothing was delivered. */
function reconcileOf(flow: Flow): Flow {
  const trigger = triggerOf(flow);
  return {
    ...flow,
    name: named(flow, 'reconcile'),
    title: `Find what was missed: ${flow.title.charAt(0).toLowerCase()}${flow.title.slice(1)}`,
    ...(trigger !== undefined &&
      isTold(trigger) &&
      'operation' in flow.trigger && {
        trigger: {
          ...withOperation(flow.trigger, undeliveredOperation(trigger)),
          title: `${flow.trigger.title}, and nobody was told`,
        },
      }),
    pollMinutes: RECONCILE_MINUTES,
    reconciles: true,
    note: 'It runs beside the flow that is told at once, with the same delivery name and filter, and delivers what that one missed. What happened before that one delivered for the first time is left alone.',
  };
}

function withAnnouncement(flow: Flow): readonly Flow[] | undefined {
  const key = 'announce_channel';
  const canAnnounce = ({ operation }: OperationStep) => operation.inputs.some((input) => input.key === key);
  if (!flow.actions.some(canAnnounce)) return undefined;
  return [
    {
      ...flow,
      name: named(flow, 'announce'),
      title: `${flow.title}, and announce it`,
      actions: flow.actions.map((action) =>
        canAnnounce(action) ? { ...action, choose: [...(action.choose ?? []), key] } : action,
      ),
    },
  ];
}

function withSlackStep({ slackStepOfVariant, ...flow }: Flow): readonly Flow[] | undefined {
  if (slackStepOfVariant === undefined) return undefined;
  return [
    {
      ...flow,
      name: named(flow, 'slack-step'),
      title: `${flow.title}, and tell a channel`,
      slackStep: slackStepOfVariant,
    },
  ];
}

/** A trigger step with another operation that has some of the inputs. */
function withOperation(step: OperationStep, operation: OperationStep['operation']): OperationStep {
  const has = (key: string) => operation.inputs.some((input) => input.key === key);
  const inputs = Object.fromEntries(Object.entries(step.inputs).filter(([key]) => has(key)));
  const { choose, ...rest } = step;
  return { ...rest, operation, inputs, ...(choose && { choose: choose.filter(has) }) };
}

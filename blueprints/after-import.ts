import type { Flow, OperationStep } from './blueprint.ts';
import { labelOf } from './choice.ts';
import { pollMinutesOf } from './document/month.ts';

/** When a flow runs, which its importer sets on Make. */
export function scheduleOf(flow: Flow): string {
  const { trigger } = flow;
  if ('schedule' in trigger) {
    const { weekday, time } = trigger.schedule;
    return `every ${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} at ${time}`;
  }
  if ('request' in trigger || trigger.instant) return 'at once';
  const [zapier, make] = [pollMinutesOf(flow, 'zapier'), pollMinutesOf(flow, 'make')];
  return zapier === make
    ? `every ${make} minutes`
    : `Zapier as often as your plan does, Make every ${make} minutes`;
}

/** What the importer of a flow chooses, beside the connection of Dealwire. */
export function choicesOf({ trigger, actions, slackStep }: Flow): readonly string[] {
  const steps: readonly OperationStep[] = 'operation' in trigger ? [trigger, ...actions] : actions;
  return [
    ...steps.flatMap(({ operation, choose = [] }) =>
      choose.length === 0
        ? []
        : [`in *${operation.label}*: ${choose.map((key) => labelOf(operation, key)).join(' or ')}`],
    ),
    ...('request' in trigger
      ? ['in step 1 the connection of Zapier’s own Slack app, on Make a webhook']
      : []),
    ...(slackStep === undefined ? [] : ['in the Slack step: the Slack connection and the channel']),
  ];
}

/** What a scenario tells whoever opens it in Make: what it is beside, when to run it, what to choose. */
export function descriptionOf(flow: Flow): string {
  const { note, trigger, slackStep, actions } = flow;
  const polls = 'operation' in trigger && trigger.instant === undefined;
  const hook =
    'request' in trigger || ('instant' in trigger && trigger.instant)
      ? ['a webhook in the first module']
      : [];
  const fields = ('operation' in trigger ? [trigger, ...actions] : actions).flatMap(
    ({ operation, choose = [] }) => choose.map((key) => `${labelOf(operation, key)} in ${operation.label}`),
  );
  const slack = slackStep === undefined ? [] : ['the connection and the channel of the Slack module'];
  const choices = ['the Dealwire connection in every module of Dealwire', ...hook, ...fields, ...slack];
  const start = polls ? `every ${pollMinutesOf(flow, 'make')} minutes, from now on` : scheduleOf(flow);
  return [...(note === undefined ? [] : [note]), `Runs ${start}. Choose ${choices.join('; ')}.`].join(' ');
}

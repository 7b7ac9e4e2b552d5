import type { Flow } from '../blueprint.ts';
import { titleOf } from '../choice.ts';
import { freshOnly } from '../zap.ts';

/** Flows as a Mermaid diagram: one row for each, filters as hexagons. */
export function pictureOf(flows: readonly Flow[]): string {
  return ['```mermaid', 'flowchart LR', ...flows.flatMap(rowOf), '```'].join('\n');
}

function rowOf(flow: Flow, row: number): readonly string[] {
  const { title, trigger, filter, actions, slackStep } = flow;
  const steps = [
    `([${quoted('operation' in trigger ? titleOf(trigger) : trigger.title)}])`,
    ...(filter === undefined ? [] : [`{{${quoted(filter.title)}}}`]),
    ...actions.map((action) => `[${quoted(titleOf(action))}]`),
    ...(slackStep === undefined ? [] : [`{{${quoted(freshOnly.title)}}}`, `[${quoted(slackStep.title)}]`]),
  ];
  const chain = steps.map((shape, step) => `s${row + 1}${step + 1}${shape}`).join(' --> ');
  return [`  subgraph f${row + 1}[${quoted(title)}]`, '    direction LR', `    ${chain}`, '  end'];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`;
}

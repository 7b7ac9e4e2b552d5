import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  SectionBlock,
} from '@slack/types';
import { InvalidTreeError } from '../language/invalid-tree-error.ts';
import type { Operand } from '../language/lift.ts';
import { concat } from '../language/node/concat.ts';
import type { Expression } from '../language/node/node.ts';
import { truncate } from '../language/node/truncate.ts';
import type { Filled } from './filled.ts';
import { limit } from './limit.ts';
import { bounded, mrkdwn, plainText } from './text.ts';

/** The blocks that cards are built from; every workspace shows them. */
export type Block = Filled<HeaderBlock | SectionBlock | ContextBlock | ActionsBlock | DividerBlock>;

/** A large line of plain text, in which only emoji are drawn; at most 150 characters. */
export function header(text: Operand<'text'>): Filled<HeaderBlock> {
  return { type: 'header', text: { ...plainText(text, limit.header, 'header'), emoji: true } };
}

/** A paragraph, with a button beside it if one is given; at most 3,000 characters. */
export function section(text: Operand<'text'>, button?: Filled<Button>): Filled<SectionBlock> {
  return {
    type: 'section',
    text: mrkdwn(text, limit.sectionText, 'section'),
    ...(button && { accessory: button }),
  };
}

/** Values under their labels, in two columns; at most 10 of 2,000 characters each. */
export function fields(
  ...entries: readonly (readonly [label: Operand<'text'>, value: Expression<'text'>])[]
): Filled<SectionBlock> {
  atMost(entries.length, limit.fields, 'fields');
  return {
    type: 'section',
    fields: entries.map(([label, value], at) =>
      mrkdwn(concat('*', label, '*\n', value), limit.fieldText, `fields[${at}]`),
    ),
  };
}

/** Small print; at most 10 texts. */
export function context(...texts: readonly Operand<'text'>[]): Filled<ContextBlock> {
  atMost(texts.length, limit.contextElements, 'context');
  return {
    type: 'context',
    elements: texts.map((text, at) => mrkdwn(text, limit.sectionText, `context.elements[${at}]`)),
  };
}

/** A row of buttons; at most 25. */
export function actions(...buttons: readonly Filled<Button>[]): Filled<ActionsBlock> {
  atMost(buttons.length, limit.buttons, 'actions');
  return { type: 'actions', elements: buttons };
}

/** A button that opens an address. Its label has at most 75 characters, the address 3,000. */
export function linkButton(label: Operand<'text'>, url: Expression<'text'>, id: string): Filled<Button> {
  return {
    type: 'button',
    text: plainText(label, limit.buttonText, `button ${id}`),
    url: bounded(truncate(url, limit.url), limit.url, `button ${id}.url`),
    action_id: id,
  };
}

/** A line across. */
export function divider(): DividerBlock {
  return { type: 'divider' };
}

function atMost(count: number, most: number, path: string): void {
  if (count === 0) throw new InvalidTreeError('block', path, 'it is empty');
  if (count > most) throw new InvalidTreeError('block', path, `it has ${count} parts, more than ${most}`);
}

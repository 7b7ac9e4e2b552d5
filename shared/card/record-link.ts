import { fallback } from '../language/node/fallback.ts';
import { link } from '../language/node/link.ts';
import type { Expression } from '../language/node/node.ts';
import { truncate } from '../language/node/truncate.ts';
import { word } from '../language/node/word.ts';
import { actions, type Block, linkButton } from './block.ts';
import { cardInput } from './input.ts';
import { limit } from './limit.ts';

/** The longest address of a record that a text links. */
const LINK_LENGTH = 500;

/** What the button of a card says. */
const label = fallback(truncate(cardInput('button_label'), limit.buttonText), word('viewInSalesforce'));

/** A link to the record, for a text. */
export function recordLink(recordUrl: Expression<'text'>): Expression<'text'> {
  return link(truncate(recordUrl, LINK_LENGTH), label);
}

/** A button that opens a record. */
export function openButton(recordUrl: Expression<'text'>) {
  return linkButton(label, recordUrl, 'view_in_salesforce');
}

/** The button that opens the record, in a row of its own. */
export function recordButton(recordUrl: Expression<'text'>): Block {
  return actions(openButton(recordUrl));
}

import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { InvalidTreeError } from '../language/invalid-tree-error.ts';
import { lift, type Operand } from '../language/lift.ts';
import { escaped } from '../language/node/escape.ts';
import { fallback } from '../language/node/fallback.ts';
import type { Expression } from '../language/node/node.ts';
import { truncate } from '../language/node/truncate.ts';
import type { Filled } from './filled.ts';
import { textTraits } from './text-traits.ts';

/** What stands where a value is missing. */
export const DASH = '—';

/** Text from a record or an input as a card shows it: escaped, cut to a length, an em dash when missing. */
export function shown(value: Expression<'text'>, length: number): Expression<'text'> {
  return fallback(truncate(escaped(value), length), DASH);
}

/**
 * Text with Slack's markup, in which Slack links nothing by itself.
 *
 * Throws InvalidTreeError when the text may be missing, may be longer than `longest`, or holds text of a record or an
 * input that is not escaped.
 */
export function mrkdwn(text: Operand<'text'>, longest: number, path: string): Filled<MrkdwnElement> {
  if (!textTraits(lift('text', text), path).escaped)
    throw new InvalidTreeError('mrkdwn', path, 'it holds text of a record or an input that is not escaped');
  return { type: 'mrkdwn', text: bounded(text, longest, path), verbatim: true };
}

/** Text in which nothing is special. Throws InvalidTreeError when it may be missing or longer than `longest`. */
export function plainText(text: Operand<'text'>, longest: number, path: string): Filled<PlainTextElement> {
  return { type: 'plain_text', text: bounded(text, longest, path), emoji: false };
}

/** The text itself, once it is proved never to be missing or longer than `longest`. Throws InvalidTreeError. */
export function bounded(text: Operand<'text'>, longest: number, path: string): Operand<'text'> {
  const traits = textTraits(lift('text', text), path);
  if (!traits.there) throw new InvalidTreeError('text', path, 'it may be missing, which Slack refuses');
  if (traits.longest > longest)
    throw new InvalidTreeError(
      'text',
      path,
      `it may be ${traits.longest} characters long, more than the ${longest} that Slack takes; cut its parts`,
    );
  return text;
}

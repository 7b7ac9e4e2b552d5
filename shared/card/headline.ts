import { collect } from '../language/node/collect.ts';
import { concat } from '../language/node/concat.ts';
import { exists } from '../language/node/exists.ts';
import { fallback } from '../language/node/fallback.ts';
import { join } from '../language/node/join.ts';
import type { Expression } from '../language/node/node.ts';
import { truncate } from '../language/node/truncate.ts';
import { type Block, header } from './block.ts';
import { cardInput } from './input.ts';
import { limit } from './limit.ts';
import { DASH, shown } from './text.ts';

/** Characters of an emoji's name, colons included. */
const EMOJI_LENGTH = 60;
/** Characters of a headline that a notification shows. */
const NOTICE_LENGTH = 300;

/** The first line of a card: its emoji, its mark and the headline an editor chose, else the one given. */
export interface Headline {
  /** As a header block. */
  readonly block: Block;
  /** As escaped text, for a notification. */
  readonly notice: Expression<'text'>;
}

/** Builds the first line of a card; `mark` says that it is a test. */
export function headline(mark: Expression<'text'>, otherwise: Expression<'text'>): Headline {
  const title = concat(mark, fallback(cardInput('headline'), otherwise, DASH));
  const emoji = truncate(cardInput('emoji'), EMOJI_LENGTH);
  const line = join(
    collect([
      { when: exists(emoji), value: emoji },
      { when: exists(title), value: title },
    ]),
    ' ',
  );
  return {
    block: header(fallback(truncate(line, limit.header), DASH)),
    notice: shown(title, NOTICE_LENGTH),
  };
}

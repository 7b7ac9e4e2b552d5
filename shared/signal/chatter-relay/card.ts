import { context, section } from '../../card/block.ts';
import { type Message, message } from '../../card/message.ts';
import { recordButton, recordLink } from '../../card/record-link.ts';
import { DASH, shown } from '../../card/text.ts';
import {
  choose,
  concat,
  dateToken,
  type Expression,
  escaped,
  exists,
  fallback,
  truncate,
  word,
} from '../../language/index.ts';
import { feedComment, feedItem, text } from './post.ts';

const TEXT_LENGTH = 2500;
const NOTICE_LENGTH = 300;
const NAME_LENGTH = 120;

/** What a delivery tells the message about itself. */
export interface RelayPlace {
  readonly mark: Expression<'text'>;
  readonly recordUrl: Expression<'text'>;
}

/** A Chatter post or comment as its room sees it. */
export function relayed({ mark, recordUrl }: RelayPlace): Message {
  const author = shown(feedItem('CreatedBy.Name'), NAME_LENGTH);
  const wrote = choose(
    'text',
    [[exists(feedComment('CommentBody')), word('commentedInChatter')]],
    word('wroteInChatter'),
  );
  const lead = concat(truncate(escaped(mark), 20), '*', author, '*', wrote);
  return message(concat(lead, ' ', shown(text, NOTICE_LENGTH), ' ', recordLink(recordUrl)), [
    section(concat(lead, '\n', shown(text, TEXT_LENGTH))),
    context(fallback(dateToken(feedItem('CreatedDate')), DASH)),
    recordButton(recordUrl),
  ]);
}

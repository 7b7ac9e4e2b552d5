import { context, divider, section } from '../card/block.ts';
import { headline } from '../card/headline.ts';
import { cardInput } from '../card/input.ts';
import { type Message, message } from '../card/message.ts';
import { mentions, names } from '../card/people.ts';
import { recordButton, recordLink } from '../card/record-link.ts';
import { DASH } from '../card/text.ts';
import { ON_CALL_LIMIT } from '../delivery/step/on-call.ts';
import {
  choose,
  concat,
  type Expression,
  escaped,
  fallback,
  greater,
  length,
  truncate,
  word,
} from '../language/index.ts';

/** What a delivery tells the alert about itself. */
export interface PlaceWithoutSalesforce {
  readonly recordUrl: Expression<'text'>;
  readonly mark: Expression<'text'>;
  /** Slack ids of those on call. */
  readonly onCall: Expression<'list'>;
  /** Addresses of those on call whom Slack does not know. */
  readonly missing: Expression<'list'>;
}

/** People on call whom an alert names: those who can be, and the group. */
const MOST_ON_CALL = ON_CALL_LIMIT + 1;

/** An alert made of inputs only, which says that nothing was read from Salesforce. */
export function alertWithoutSalesforce({
  recordUrl,
  mark,
  onCall,
  missing,
}: PlaceWithoutSalesforce): Message {
  const title = headline(mark, cardInput('headline'));
  return message(concat(title.notice, ' ', recordLink(recordUrl)), [
    title.block,
    section(fallback(truncate(escaped(cardInput('intro')), 1500), DASH)),
    section(concat('*', word('onCall'), '*\n', mentions(onCall, MOST_ON_CALL))),
    divider(),
    context(word('sentWithoutSalesforce')),
    context(
      choose(
        'text',
        [[greater(length(missing), 0), concat(word('couldNotFind'), names(missing, MOST_ON_CALL))]],
        DASH,
      ),
    ),
    recordButton(recordUrl),
  ]);
}

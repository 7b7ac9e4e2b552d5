import {
  and,
  answer,
  choose,
  concat,
  type Expression,
  equal,
  fallback,
  literal,
  not,
  note,
} from '../../language/index.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import { input } from '../input.ts';
import { status } from '../ledger.ts';
import { insertMark, updateRow } from '../ledger-part.ts';
import type { Part, Step } from '../step.ts';
import { closeLeft, giveRecordBack, outcome } from './left.ts';

/** What a part of an all-or-none call answers when another one failed. */
const HALTED = 'PROCESSING_HALTED';

/**
 * Marks the delivery as done, with the message's ts in the same call. A Chatter post, when wanted, shares one
 * all-or-none call with a unique mark, so that it appears exactly once. A failure is noted: the messages are out.
 */
export function close(after: readonly string[], chatterText: Expression<'text'>): readonly Step[] {
  const delivered: Part = updateRow(note('text', 'row.Id'), {
    Status__c: status.done,
    Outcome__c: outcome.delivered,
    Channel__c: note('text', 'room'),
    Message__c: note('text', 'briefingTs'),
  });
  const go = note('boolean', 'go');
  return [
    {
      name: 'write back and close the delivery',
      after,
      when: and(go, input('write_back'), not(note('boolean', 'test'))),
      call: {
        to: 'salesforce',
        allOrNone: true,
        mayFail: true,
        parts: {
          mark: { ...insertMark(concat(note('text', 'key'), '~feed')), accept: 'any' },
          post: {
            method: 'POST',
            path: `${API_PATH}/sobjects/FeedItem`,
            body: { ParentId: input('record_id'), Body: chatterText },
            accept: 'any',
          },
          // The post is named, so that it is known as one of ours.
          row: { ...delivered, body: { ...delivered.body, State__c: '@{post.id}' }, accept: 'any' },
        },
      },
      notes: {
        closed: equal(answer('number', 'row', 'status'), 204),
        chatterError: chatterError(),
      },
    },
    {
      name: 'close the delivery',
      after,
      when: and(go, not(note('boolean', 'closed'))),
      call: {
        to: 'salesforce',
        allOrNone: false,
        mayFail: true,
        parts: { row: { ...delivered, accept: 'any' } },
      },
      notes: { closeError: fallback(codeOf('row'), answer('text', 'problem')) },
    },
    closeLeft,
    giveRecordBack,
  ];
}

/** Why the post was not made. A mark that is there already says that it was. */
function chatterError(): Expression<'text'> {
  return choose(
    'text',
    [
      [equal(codeOf('mark'), 'DUPLICATE_VALUE'), literal('text', null)],
      [not(equal(codeOf('post'), HALTED)), fallback(codeOf('post'), answer('text', 'problem'))],
    ],
    choose('text', [[equal(codeOf('mark'), HALTED), codeOf('row')]], codeOf('mark')),
  );
}

function codeOf(part: 'mark' | 'post' | 'row'): Expression<'text'> {
  return answer('text', part, 'body', 0, 'errorCode');
}

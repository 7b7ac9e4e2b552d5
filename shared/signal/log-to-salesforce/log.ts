import {
  choose,
  concat,
  type Expression,
  fallback,
  literal,
  localDay,
  note,
  now,
  plainText,
  startsWith,
  type Template,
  truncate,
  word,
} from '../../language/index.ts';
import { input } from './input.ts';

/** Also the default delivery name. */
export const LOG_TO_SALESFORCE = 'log-to-salesforce';

/** Salesforce's longest subject of a task and longest Chatter post, less what stands around the message. */
const SUBJECT_LENGTH = 255;
const MESSAGE_LENGTH = 9_000;
const AUTHOR_LENGTH = 120;
/** Ids of people: a task is about them otherwise than about other records. */
const PEOPLE = ['003', '00Q'] as const;

/** What a delivery tells the log about itself. */
export interface LogPlace {
  readonly mark: Expression<'text'>;
  /** The id of the record that gets it. */
  readonly record: Expression<'text'>;
  /** The value of the field Status of tasks that are done. */
  readonly doneStatus: Expression<'text'>;
}

const author = fallback(
  truncate(fallback(input('author'), note('text', 'authorName')), AUTHOR_LENGTH),
  word('somebody'),
);
const message = fallback(truncate(plainText(input('text')), MESSAGE_LENGTH), '—');
const permalink = fallback(input('permalink'), note('text', 'permalink'));
const whole = concat(author, word('wroteInSlack'), '\n', message, '\n', permalink);

/** A message of Slack as a task that is done, and as a Chatter post. */
export function logOf({ mark, record, doneStatus }: LogPlace): {
  readonly task: Readonly<Record<string, Template>>;
  readonly post: Readonly<Record<string, Template>>;
} {
  const isPerson = PEOPLE.map((prefix) => startsWith(record, prefix));
  const nothing = literal('text', null);
  const subject = fallback(input('subject'), concat(word('slackMessageFrom'), author, ': ', message));
  return {
    task: {
      Subject: truncate(concat(mark, subject), SUBJECT_LENGTH),
      Description: concat(mark, whole),
      Status: doneStatus,
      ActivityDate: localDay(now, literal('text', 'UTC')),
      WhatId: choose(
        'text',
        isPerson.map((is) => [is, nothing] as const),
        record,
      ),
      WhoId: choose(
        'text',
        isPerson.map((is) => [is, record] as const),
        nothing,
      ),
    },
    post: { ParentId: record, Body: concat(mark, whole) },
  };
}

/** What the person who logged it is told. */
export function confirmation(
  recordUrl: Expression<'text'>,
  hasRecord: Expression<'boolean'>,
): Expression<'text'> {
  return choose(
    'text',
    [[hasRecord, concat(word('loggedTo'), '<', recordUrl, '|', word('viewInSalesforce'), '>')]],
    word('noRecordHere'),
  );
}

import type { Input } from '../definition.ts';

/** The message that is logged, and who said it. */
export const loggedMessageInputs: readonly Input[] = [
  {
    key: 'text',
    label: 'Message',
    help: 'Map the text of the message, as Slack sends it.',
    type: 'text',
    long: true,
  },
  {
    key: 'message_ts',
    label: 'Message Timestamp',
    help: 'Map the timestamp (ts) of the message: together with the channel it makes sure that one message is logged once.',
    type: 'text',
    required: true,
    longest: 20,
  },
  {
    key: 'channel',
    label: 'Channel ID',
    help: 'Map the ID of the channel that the message is in.',
    type: 'text',
    required: true,
    form: 'slack-id',
  },
  {
    key: 'author_id',
    label: 'Author ID',
    help: 'Map the Slack ID of who wrote the message. Their name is looked up.',
    type: 'text',
    form: 'slack-id',
  },
  {
    key: 'author',
    label: 'Author',
    help: 'The name of who wrote the message, if an earlier step knows it. Then nobody is looked up.',
    type: 'text',
    longest: 255,
  },
  {
    key: 'permalink',
    label: 'Permalink',
    help: 'The address of the message, if an earlier step knows it. Left empty, Slack is asked for it.',
    type: 'text',
    longest: 1000,
  },
  {
    key: 'user',
    label: 'Tell User ID',
    help: 'Map the Slack ID of who logs the message: they alone are told that it was logged, or why not. Left empty, nobody is.',
    type: 'text',
    form: 'slack-id',
  },
];

/** Where it is logged, and as what. */
export const logInputs: readonly Input[] = [
  {
    key: 'record_id',
    label: 'Record ID',
    help: 'The record that gets the message. Left empty, it is the one whose room the message is in, such as the opportunity of a deal room.',
    type: 'text',
    recordIdOf: 'Record',
  },
  {
    key: 'log_as',
    label: 'Log As',
    help: 'A task is a done activity of the record, and counts for its last activity. A Chatter post is seen by everybody who follows the record.',
    type: 'text',
    default: 'task',
    choices: { task: 'Task', chatter: 'Chatter post' },
  },
  {
    key: 'subject',
    label: 'Subject',
    help: 'The subject of the task. Left empty, it says who wrote and how the message begins.',
    type: 'text',
    longest: 255,
  },
];

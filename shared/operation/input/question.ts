import { exists, not, or, parametersOf } from '../../language/index.ts';
import type { Input, Rule } from '../definition.ts';

const input = parametersOf({ channel: 'text', user: 'text' });

/** What somebody asks, and where. */
export const questionInputs: readonly Input[] = [
  {
    key: 'text',
    label: 'Question',
    help: 'What somebody typed: the beginning of a name, the number of a case, an email address or a link to a record. It may begin with account, opp, case, contact or lead.',
    type: 'text',
    long: true,
    required: true,
  },
  {
    key: 'question_id',
    label: 'Question ID',
    help: 'Map the ID of the message or of the slash command: it makes sure that one question gets one answer, however often the step runs.',
    type: 'text',
    required: true,
    longest: 120,
  },
  {
    key: 'channel',
    label: 'Channel ID',
    help: 'Map the ID of the channel in which was asked. It gets the answer.',
    type: 'text',
    form: 'slack-id',
  },
  {
    key: 'user',
    label: 'User ID',
    help: 'Map the Slack ID of who asked. They get the answer directly where the bot may not speak in the channel.',
    type: 'text',
    form: 'slack-id',
  },
  {
    key: 'answer_to',
    label: 'Answer To',
    help: 'Who sees the answer.',
    type: 'text',
    default: 'channel',
    choices: { channel: 'The channel', person: 'Only the person who asked' },
  },
];

/** How the question is read and what it may find. */
export const searchInputs: readonly Input[] = [
  {
    key: 'keyword',
    label: 'Keyword',
    help: 'The word that a message must begin with to be a question, such as !sf or a mention of the bot; other messages get no answer. Leave it empty where everything is a question, as after a slash command.',
    type: 'text',
    longest: 30,
    placeholder: '!sf',
  },
  {
    key: 'objects',
    label: 'Objects',
    help: 'What may be found. Left empty, all of these.',
    type: 'list',
    choices: {
      account: 'Accounts',
      opportunity: 'Opportunities',
      case: 'Cases',
      contact: 'Contacts',
      lead: 'Leads',
    },
    most: 5,
  },
  {
    key: 'match',
    label: 'Match Names',
    help: 'A name must begin with what was typed. Anywhere in the Name finds more, and takes long in an org with millions of records.',
    type: 'text',
    default: 'begins',
    choices: { begins: 'At the beginning', contains: 'Anywhere in the name' },
  },
];

/** An answer goes somewhere. */
export const questionRule: Rule = {
  input: 'channel',
  broken: not(or(exists(input('channel')), exists(input('user')))),
  reason: 'it is empty, and so is User ID',
  fix: 'Map where the question was asked, or who asked.',
};

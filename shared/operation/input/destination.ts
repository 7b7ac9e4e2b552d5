import { exists, not, or, parametersOf } from '../../language/index.ts';
import type { Input, Rule } from '../definition.ts';

const input = parametersOf({ channel: 'text', person: 'text', fallback_email: 'text' });

/** What to do when nobody can tell whether a message is there. */
export const ifUnsure: Input = {
  key: 'if_unsure',
  label: 'If Unsure',
  help: 'What to do when an earlier run broke off and Dealwire may not read the history to see whether the message is there.',
  type: 'text',
  default: 'stop',
  choices: { stop: 'Stop and tell me', repeat: 'Post it again' },
};

/** Where a message goes. */
export const destinationInputs: readonly Input[] = [
  {
    key: 'channel',
    label: 'Channel',
    help: 'The channel that gets the message. The bot must be in it.',
    type: 'text',
    source: 'channels',
  },
  {
    key: 'person',
    label: 'Person',
    help: 'The email address of somebody who gets the message directly instead. The channel gets it when Slack does not know them.',
    type: 'text',
    source: 'users',
    longest: 254,
  },
  {
    key: 'fallback_email',
    label: 'Fallback Person',
    help: 'The email address of who gets the message when Slack does not know the person and no channel is chosen.',
    type: 'text',
    source: 'users',
    longest: 254,
  },
  ifUnsure,
];

/** Where a message goes whose person is known otherwise, when Slack does not know them or there is none. */
export const fallbackInputs: readonly Input[] = [
  {
    key: 'channel',
    label: 'Fallback Channel',
    help: 'The channel that gets the message when it has no person, or one whom Slack does not know. The bot must be in it.',
    type: 'text',
    source: 'channels',
  },
  {
    key: 'fallback_email',
    label: 'Fallback Person',
    help: 'The email address of who gets the message then, when no channel is chosen.',
    type: 'text',
    source: 'users',
    longest: 254,
  },
  ifUnsure,
];

/** Such a message goes somewhere, too. */
export const fallbackRule: Rule = {
  input: 'channel',
  broken: not(or(exists(input('channel')), exists(input('fallback_email')))),
  reason: 'it is empty, and so is Fallback Person',
  fix: 'Choose a channel, or fill in who gets what finds no person.',
};

/** A message goes somewhere. */
export const destinationRule: Rule = {
  input: 'channel',
  broken: not(or(exists(input('channel')), exists(input('person')), exists(input('fallback_email')))),
  reason: 'it is empty, and so are Person and Fallback Person',
  fix: 'Choose a channel, or fill in who gets the message.',
};

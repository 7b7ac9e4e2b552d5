import { addressSecret, type SlackRequest } from '../slack-request.ts';

/** Somebody chose the shortcut of the app in the menu of a message. */
export const messageShortcut: SlackRequest = {
  operation: {
    key: 'message_shortcut_received',
    group: 'Salesforce Log',
    noun: 'Message Shortcut',
    label: 'Message Shortcut Received',
    description:
      'Triggers when somebody chooses the shortcut of your Slack app in the menu of a message. The message comes with it, so nobody has to read the channel.',
    inputs: [addressSecret],
    outputs: [
      { key: 'text', label: 'Text', type: 'text' },
      { key: 'message_ts', label: 'Message Timestamp', type: 'text' },
      { key: 'channel', label: 'Channel ID', type: 'text' },
      { key: 'author_id', label: 'Author ID', type: 'text' },
      { key: 'user', label: 'User ID', type: 'text' },
      { key: 'shortcut', label: 'Shortcut', type: 'text' },
      { key: 'team', label: 'Team ID', type: 'text' },
    ],
    sample: {
      text: 'They want to start in January.',
      message_ts: '1795212000.000000',
      channel: 'C00GENERAL',
      author_id: 'U00KIMRO01',
      user: 'U00ANALEE1',
      shortcut: 'log_to_salesforce',
      team: 'T00ACME001',
    },
  },
  form: 'payload',
  sign: { field: 'type', value: 'message_action' },
  places: {
    text: 'message.text',
    message_ts: ['message_ts', 'message.ts'],
    channel: 'channel.id',
    author_id: 'message.user',
    user: 'user.id',
    shortcut: 'callback_id',
    team: 'team.id',
  },
};

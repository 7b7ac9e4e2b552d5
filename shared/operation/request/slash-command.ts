import { addressSecret, type SlackRequest } from '../slack-request.ts';

/** Somebody typed the slash command of the app. */
export const slashCommand: SlackRequest = {
  operation: {
    key: 'slash_command_received',
    group: 'Record Cards',
    noun: 'Slash Command',
    label: 'Slash Command Received',
    description:
      'Triggers when somebody types the slash command of your Slack app. Slack has its answer at once, whatever the scenario does afterwards.',
    inputs: [addressSecret],
    outputs: [
      { key: 'question_id', label: 'Question ID', type: 'text' },
      { key: 'text', label: 'Text', type: 'text' },
      { key: 'command', label: 'Command', type: 'text' },
      { key: 'channel', label: 'Channel ID', type: 'text' },
      { key: 'user', label: 'User ID', type: 'text' },
      { key: 'team', label: 'Team ID', type: 'text' },
    ],
    sample: {
      question_id: '7386630154744.562912180.f00ba4',
      text: 'acct Acme',
      command: '/deal',
      channel: 'C00GENERAL',
      user: 'U00KIMRO01',
      team: 'T00ACME001',
    },
  },
  reply: 'Looking it up in Salesforce …',
  form: 'fields',
  sign: { field: 'command' },
  places: {
    question_id: 'trigger_id',
    text: 'text',
    command: 'command',
    channel: 'channel_id',
    user: 'user_id',
    team: 'team_id',
  },
  otherwise: { text: '?' },
};

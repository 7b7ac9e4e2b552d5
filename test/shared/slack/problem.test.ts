import { describe, expect, it } from '@jest/globals';
import { slackErrorGroups, slackProblem } from '../../../shared/slack/problem.ts';

const problem = (error: string, more: { readonly needed?: string } = {}) =>
  slackProblem('pins.add', { ok: false, error, ...more });

describe('slackProblem reads', () => {
  it.each(slackErrorGroups.reconnect.map((code) => [code]))('%s as a token to replace', (code) => {
    expect(problem(code)).toMatchObject({
      name: 'SlackTokenRevokedError',
      error: code,
      fix: expect.stringContaining('Reconnect'),
    });
  });

  it.each(slackErrorGroups.limited.map((code) => [code]))('%s as a wait', (code) => {
    expect(problem(code)).toMatchObject({ name: 'SlackLimitedError', retryAfter: 30 });
  });

  it.each(slackErrorGroups.unavailable.map((code) => [code]))('%s as an unknown outcome', (code) => {
    expect(problem(code)).toMatchObject({
      name: 'SlackUnavailableError',
      retryAfter: 30,
      message: `Slack did not complete pins.add: ${code}.`,
    });
  });

  it('missing_scope by the scope that Slack names', () => {
    expect(problem('missing_scope', { needed: 'pins:write' })).toMatchObject({
      name: 'MissingScopeError',
      scope: 'pins:write',
      fix: expect.stringContaining('Add pins:write under OAuth & Permissions'),
    });
    expect(problem('missing_scope')).toMatchObject({ scope: 'it names' });
  });

  it.each([
    ['name_taken', 'Rename the channel'],
    ['restricted_action', 'Slack admin'],
    ['channel_not_found', 'Invite the bot'],
    ['not_in_channel', 'Invite the bot'],
    ['is_archived', 'Unarchive'],
    ['invalid_blocks', 'Shorten'],
    ['user_not_found', 'active member'],
    ['ura_max_channels', 'guest'],
    ['cant_invite', 'Slack admin'],
    ['no_permission', 'documentation of the method'],
    ['invalid_arguments', 'documentation of the method'],
    ['toString', 'documentation of the method'],
  ])('%s as a refusal with its remedy', (code, remedy) => {
    expect(problem(code)).toMatchObject({
      name: 'SlackRefusedError',
      method: 'pins.add',
      error: code,
      message: `Slack refused pins.add: ${code}.`,
      fix: expect.stringContaining(remedy),
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { toBotToken } from '../../../shared/slack/bot-token.ts';

describe('toBotToken', () => {
  it('trims what was pasted', () => {
    expect(toBotToken(' xoxb-1-2-AbC \n')).toBe('xoxb-1-2-AbC');
  });

  it.each([
    ['xoxe.xoxb-1-SECRET', /^Slack bot token: this is a rotating token/],
    ['xoxe-1-SECRET', /^Slack bot token: this is a rotating token/],
    ['xoxp-SECRET', /^Slack bot token: this is the token of a person/],
    ['xapp-1-SECRET', /^Slack bot token: this is an app-level token/],
    ['xoxs-SECRET', /^Slack bot token: this is not a bot token/],
    ['Bearer xoxb-SECRET', /^Slack bot token: it does not start with xoxb-/],
    ['xoxb-SEC RET', /^Slack bot token: this is not a bot token/],
    ['', /^Slack bot token: it is empty/],
    [undefined, /^Slack bot token: it is empty/],
  ])('refuses %j with the reason and without repeating it', (pasted, message) => {
    expect(() => toBotToken(pasted)).toThrow(message);
    expect(() => toBotToken(pasted)).not.toThrow(/SEC/);
  });
});

import { describe, expect, it } from '@jest/globals';
import * as operations from '../../../shared/operation/operations.ts';
import { slackCalls } from '../../../shared/operation/slack-calls.ts';

const callersOf = (method: string) =>
  slackCalls(operations).find((use) => use.method === method)?.callers ?? [];

describe('What operations call in Slack', () => {
  it('is what their steps call', () => {
    expect(callersOf('conversations.create')).toEqual(['Open Deal Room', 'Open Account Channel']);
    expect(callersOf('chat.postMessage')).toEqual(
      expect.arrayContaining(['Open Deal Room', 'Send Case Alert']),
    );
  });

  it('is what searches call', () => {
    expect(callersOf('users.lookupByEmail')).toContain('Find Slack User');
  });

  it('is what the dropdowns of their inputs call', () => {
    expect(callersOf('usergroups.list')).toContain('Send Case Alert');
  });
});

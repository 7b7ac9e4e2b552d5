import { describe, expect, it } from '@jest/globals';
import { requiredScopes } from '../../../shared/slack/scope.ts';
import { readTeam } from '../../../shared/slack/team.ts';

const body = { ok: true, team: 'Acme', team_id: 'T1', user_id: 'U1', bot_id: 'B1' };
const scopes = Object.keys(requiredScopes).join(', ');

describe('readTeam', () => {
  it('reads the workspace and the bot', () => {
    expect(readTeam({ body, scopes })).toEqual({ id: 'T1', name: 'Acme', botUserId: 'U1' });
  });

  it('believes a token whose scopes are not listed', () => {
    expect(readTeam({ body, scopes: undefined }).name).toBe('Acme');
  });

  it.each([
    ['a revoked token', { ok: false, error: 'token_revoked' }, scopes, 'SlackTokenRevokedError'],
    ['the token of a person', { ...body, bot_id: undefined }, scopes, 'InvalidInputError'],
    ['missing scopes', body, 'chat:write', 'MissingScopeError'],
    ['an answer that is none', {}, scopes, 'SlackRefusedError'],
  ])('refuses %s', (_, answer, granted, name) => {
    expect(() => readTeam({ body: answer, scopes: granted })).toThrow(expect.objectContaining({ name }));
  });
});

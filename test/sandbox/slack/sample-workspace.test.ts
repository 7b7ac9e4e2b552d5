import { describe, expect, it } from '@jest/globals';
import { SAMPLE_WORKSPACE } from './sample-workspace.ts';

const { users, channels, groups, app } = SAMPLE_WORKSPACE;
const ids = [...users.map(({ id }) => id), app.botUserId];

describe('the sample workspace', () => {
  it('uses every id, address and channel name once', () => {
    const all = [...ids, ...channels.map(({ id }) => id), ...groups.map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(users.map(({ email }) => email)).size).toBe(users.length);
    expect(new Set(channels.map(({ name }) => name)).size).toBe(channels.length);
  });

  it('puts only its own people into channels and groups', () => {
    const mentioned = [
      ...channels.flatMap(({ members }) => members),
      ...groups.flatMap((group) => group.users),
    ];
    expect(mentioned.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('does not know nora, and old has left', () => {
    expect(users.some(({ email }) => email === 'nora@acme.example')).toBe(false);
    expect(users.find(({ email }) => email === 'old@acme.example')?.deactivated).toBe(true);
  });
});

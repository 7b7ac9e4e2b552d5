import { flag, text } from '../input.ts';
import type { Method } from '../method.ts';
import { Refusal } from '../refusal.ts';

/** `usergroups.list`: disabled groups, users and counts only when asked for. */
export const usergroupsList: Method = {
  name: 'usergroups.list',
  verb: 'GET',
  tier: 2,
  scopes: [['usergroups:read']],
  answer: ({ workspace, input }) => ({
    usergroups: workspace.groups
      .filter((group) => !group.disabled || flag(input, 'include_disabled'))
      .map((group) => ({
        id: group.id,
        team_id: workspace.team.id,
        is_usergroup: true,
        name: group.name,
        handle: group.handle,
        ...(flag(input, 'include_count') ? { user_count: group.users.length } : {}),
        ...(flag(input, 'include_users') ? { users: group.users } : {}),
      })),
  }),
};

/** `usergroups.users.list`: the ids of the people in a group. */
export const usergroupsUsersList: Method = {
  name: 'usergroups.users.list',
  verb: 'GET',
  tier: 2,
  scopes: [['usergroups:read']],
  answer: ({ workspace, input }) => {
    const group = workspace.groups.find(({ id }) => id === text(input, 'usergroup'));
    if (!group || (group.disabled && !flag(input, 'include_disabled'))) throw new Refusal('no_such_subteam');
    return { users: group.users };
  },
};

import { slackDropdown } from './slack-dropdown.ts';

/** The user groups in use; none where the plan has no groups or the app may not see them. */
export const userGroups = slackDropdown('usergroups.list', {
  body: () => ({}),
  read: ({ usergroups }) => ({
    choices: (usergroups as readonly { readonly id: string; readonly handle: string }[]).map(
      ({ id, handle }) => ({ id, label: `@${handle}` }),
    ),
  }),
  none: ['plan_upgrade_required', 'missing_scope'],
});

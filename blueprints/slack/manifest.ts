import { appScopes } from './app-scope.ts';

/** Where Slack sends what people do; a feature without an address is left out. */
export interface RequestUrls {
  /** Gets the slash command. */
  readonly slashCommandUrl?: string;
  /** Gets the message shortcut. */
  readonly shortcutUrl?: string;
}

/** What people type to look a record up. */
export const SLASH_COMMAND = '/deal';

/** Names the message shortcut to its receiver. */
export const SHORTCUT_ID = 'log_to_salesforce';

/** The manifest of the Slack app, with the scopes that the operations and the features ask for. */
export function slackManifest({ slashCommandUrl, shortcutUrl }: RequestUrls = {}) {
  const isCommanded = slashCommandUrl !== undefined || shortcutUrl !== undefined;
  const scopes = appScopes(isCommanded ? ['commands'] : []);
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Dealwire',
      description: 'Deal rooms, case alerts and digests from Salesforce',
      long_description:
        'Dealwire turns changes in Salesforce into the right action in Slack: a room for a won deal, an alert for an escalated case, a digest for a forecast. It runs in Zapier or Make, in accounts of your own; this app is how it acts in Slack.',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'Dealwire', always_online: true },
      ...(slashCommandUrl !== undefined && {
        slash_commands: [
          {
            command: SLASH_COMMAND,
            url: slashCommandUrl,
            description: 'Show a record of Salesforce',
            usage_hint: 'name of an account, opportunity, case, contact or lead',
            should_escape: false,
          },
        ],
      }),
      ...(shortcutUrl !== undefined && {
        shortcuts: [
          {
            name: 'Log to Salesforce',
            type: 'message',
            callback_id: SHORTCUT_ID,
            description: 'Write this message to a record of Salesforce',
          },
        ],
      }),
    },
    oauth_config: {
      scopes: {
        bot: scopes.map(({ scope }) => scope),
        bot_optional: scopes.flatMap(({ scope, without }) =>
          without === undefined || scope === 'commands' ? [] : [scope],
        ),
      },
    },
    settings: {
      ...(shortcutUrl !== undefined && {
        interactivity: { is_enabled: true, request_url: shortcutUrl },
      }),
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

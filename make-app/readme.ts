import type { Module } from './component.ts';

/** The app's own README, shown in Make's editor. */
export function readme(modules: readonly Module[]): string {
  return `# Dealwire

Turns Salesforce changes into the right Slack action, exactly once.

| Module | Type | What it does |
| --- | --- | --- |
${modules.map(({ label, moduleType, description }) => `| ${label} | ${moduleType} | ${description} |`).join('\n')}

## Connection

One connection holds both sides: Salesforce by OAuth 2.0 and the bot token of your Slack app. An admin needs an External
Client App in Salesforce with the callback URL \`https://www.make.com/oauth/cb/app\`, the scopes \`api\`, \`refresh_token\`
and \`id\`, and PKCE; its consumer key and secret go into the common data of the connection or into its advanced settings.
Sessions are renewed after 45 minutes: set the session timeout of the org to an hour or more.

The modules keep their state in the object \`Dealwire_Delivery__c\` of the Dealwire package for Salesforce.

## Scenario settings

Allow storing of incomplete executions: a run that Slack or Salesforce asks to wait, or that finds another run at work,
is then finished by Make itself, and no Slack step happens twice.
`;
}

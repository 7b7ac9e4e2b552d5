import { ledgerObject } from '../delivery/ledger-object.ts';
import { MissingObjectError } from '../error.ts';

/** What mends what, as the click path or the command that does it. */
export const remedies = {
  field: toShow('the object', 'the field'),
  object:
    'Assign the permission set Dealwire Core to the integration user: Setup > Permission Sets > Dealwire Core > Manage Assignments.',
  ledger: `${new MissingObjectError(ledgerObject.name).fix} Command: npm run setup:salesforce -- --target-org ALIAS --user NAME`,
  ledgerRights:
    'Assign the permission set Dealwire Core to the integration user: Setup > Permission Sets > Dealwire Core > Manage Assignments. If it has it, deploy the package again: npm run setup:salesforce -- --target-org ALIAS.',
  read: 'Look the code up in Salesforce’s REST API documentation, and ask the org’s admin what refuses the integration user.',
  poll: 'Use the polling triggers, or move to an edition with Apex and Change Data Capture.',
  botToken: 'Copy the Bot User OAuth Token (xoxb-) from OAuth & Permissions of the Slack app.',
  invite: 'Open the channel in Slack and send: /invite @Dealwire.',
  channelId:
    'Copy the id from the channel’s details in Slack (at the bottom of About); if the channel is private, send there: /invite @Dealwire.',
  unarchive: 'Unarchive it (channel’s details > Settings), or choose another channel.',
  allowance:
    'Poll less often or use push; Setup > Company Information shows API Requests, Last 24 Hours, and who used them is under Setup > System Overview.',
} as const satisfies Readonly<Record<string, string>>;

/** What makes a field visible. */
export function toShow(object: string, field: string): string {
  return `Assign the permission set Dealwire Core to the integration user (for fields of your own deploy it again with --fields), or give it read access: Setup > Object Manager > ${object} > Fields & Relationships > ${field} > Set Field-Level Security.`;
}

import { ACME } from '../sandbox/salesforce/sample-org/account.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

/** An account is chosen, and its channel has every part that a user can switch on. */
export const accountChannel: Scene = {
  name: 'account channel',
  action: 'open_account_channel',
  happens: () => {},
  inputs: {
    record_id: ACME,
    event_key: `account-channel-${ACME}-new`,
    emails: ['nora@acme.example'],
    announce_channel: CHANNELS.wins,
    write_back: true,
  },
};

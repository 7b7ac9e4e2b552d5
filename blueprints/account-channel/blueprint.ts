import { exists, field } from '../../shared/language/index.ts';
import { openAccountChannel } from '../../shared/operation/action/open-account-channel.ts';
import { accountCreated } from '../../shared/operation/trigger/account-created.ts';
import { accountChannel } from '../../shared/signal/account-channel/account-channel.ts';
import type { Blueprint } from '../blueprint.ts';

/** A new account gets a channel of its own. */
export const accountChannelBlueprint: Blueprint = {
  name: accountChannel.name,
  flows: [
    {
      title: 'Open a channel for a new account',
      trigger: {
        operation: accountCreated.operation,
        title: 'An account is created',
        inputs: { types: [], delivery_name: accountChannel.name },
      },
      filter: {
        title: 'Every account passes; add conditions of your own, such as a type',
        keep: exists(field('text', 'record_id')),
      },
      actions: [
        {
          operation: openAccountChannel.operation,
          title: 'Open the channel in Slack',
          inputs: {
            record_id: { from: 'record_id' },
            event_key: { from: 'event_key' },
            delivery_name: { from: 'delivery_name' },
            channel_pattern: 'acct-{account}',
            is_private: 'true',
          },
        },
      ],
    },
  ],
};

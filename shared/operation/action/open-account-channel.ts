import { eventKey } from '../../delivery/event-key.ts';
import { roomDelivery } from '../../delivery/room-delivery.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { concat, note } from '../../language/index.ts';
import { accountChannel, accountChannelPlan } from '../../signal/account-channel/account-channel.ts';
import { input } from '../../signal/account-channel/input.ts';
import type { Action } from '../action.ts';
import { accountChannelInputs, accountPeopleInputs } from '../input/account.ts';
import { afterInputs } from '../input/after.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName, eventKeyInput, recordIdInput } from '../input/delivery.ts';
import { extraFieldsInput } from '../input/extra-fields.ts';
import { currency } from '../input/money.ts';
import { roomOutputs } from '../output/room.ts';
import { SAMPLE_ACCOUNT } from '../trigger/account-created.ts';

/** Opens the channel of an account. */
export const openAccountChannel: Action = {
  operation: {
    key: 'open_account_channel',
    group: 'Account Channels',
    noun: 'Account Channel',
    label: 'Open Account Channel',
    description:
      'Opens a Slack channel for an account, invites the people who look after it, posts and pins a summary. One channel per account, however often it is called.',
    inputs: [
      recordIdInput('Account', 'The account that gets the channel'),
      eventKeyInput('one account opens one channel', 'it is made of the delivery name and the account'),
      deliveryName(accountChannel.name),
      ...accountChannelInputs,
      ...cardInputs('the name of the account'),
      currency,
      extraFieldsInput('account-extra-fields'),
      ...accountPeopleInputs,
      ...afterInputs('the channel', 'account'),
    ],
    outputs: roomOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${accountChannel.name}-${SAMPLE_ACCOUNT}-new`,
      record_id: SAMPLE_ACCOUNT,
      channel_id: 'C000001001',
      message_ts: '1795212000.000004',
      members: ['U00KIMRO01', 'U00ANALEE1'],
      not_added: [],
      warnings: [],
    },
  },
  object: accountChannel.object,
  delivery: roomDelivery({
    ...accountChannelPlan(
      {
        recordUrl,
        mark: note('text', 'mark'),
        members: note('list', 'members'),
        missing: note('list', 'missing'),
      },
      concat('https://app.slack.com/client/', note('text', 'teamId'), '/', note('text', 'room')),
    ),
    entry: { key: eventKey(input('delivery_name'), input('record_id'), accountChannel.stamp) },
  }),
  lockBy: 'record_id',
};

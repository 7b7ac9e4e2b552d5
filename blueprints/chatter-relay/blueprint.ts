import { exists, field } from '../../shared/language/index.ts';
import { relayChatterPost } from '../../shared/operation/action/relay-chatter-post.ts';
import { chatterPosted } from '../../shared/operation/trigger/chatter-posted.ts';
import { CHATTER_RELAY } from '../../shared/signal/chatter-relay/post.ts';
import type { Blueprint } from '../blueprint.ts';

/** What people write in Chatter reaches the room of the record. */
export const chatterRelayBlueprint: Blueprint = {
  name: CHATTER_RELAY,
  flows: [
    {
      title: 'Bring Chatter posts into the room of their record',
      trigger: {
        operation: chatterPosted.operation,
        title: 'Somebody posts in Chatter on a record with a room',
        inputs: { delivery_name: CHATTER_RELAY },
      },
      filter: {
        title: 'Every post passes; add conditions of your own, such as posts without comments',
        keep: exists(field('text', 'record_id')),
      },
      actions: [
        {
          operation: relayChatterPost.operation,
          title: 'Tell it in the room in Slack',
          inputs: {
            record_id: { from: 'record_id' },
            post_id: { from: 'post_id' },
            event_key: { from: 'event_key' },
            delivery_name: { from: 'delivery_name' },
          },
        },
      ],
    },
  ],
};

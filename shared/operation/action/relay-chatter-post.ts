import { keyPart } from '../../delivery/event-key.ts';
import { Ledger } from '../../delivery/ledger.ts';
import { read } from '../../delivery/ledger-part.ts';
import { messageDelivery } from '../../delivery/message-delivery.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import {
  and,
  answer,
  choose,
  concat,
  equal,
  exists,
  fieldsOf,
  itemAt,
  not,
  note,
  or,
  startsWith,
} from '../../language/index.ts';
import { relayed } from '../../signal/chatter-relay/card.ts';
import { input } from '../../signal/chatter-relay/input.ts';
import { CHATTER_RELAY, one } from '../../signal/chatter-relay/post.ts';
import type { Action } from '../action.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName, eventKeyInput, recordIdInput } from '../input/delivery.ts';
import { ifUnsure } from '../input/destination.ts';
import { messageOutputs } from '../output/message.ts';
import { SAMPLE_POST } from '../trigger/chatter-posted.ts';

const row = fieldsOf(Ledger);
const ofTeam = and(
  equal(row('Organization__c'), note('text', 'organizationId')),
  equal(row('Team__c'), note('text', 'teamId')),
);
const room = note('text', 'roomChannel');
const first = (part: 'posts' | 'comments') => itemAt('text', answer('list', part, 'body', 'records'), 0);

/** Brings a Chatter post into the room of its record. */
export const relayChatterPost: Action = {
  operation: {
    key: 'relay_chatter_post',
    group: 'Chatter Relay',
    noun: 'Chatter Post',
    label: 'Relay Chatter Post',
    description:
      'Brings a Chatter post or comment into the room of its record, with its author and a link. Once per post, however often it is called; what came from Slack is not sent back.',
    inputs: [
      recordIdInput('Record', 'The record that the post is on'),
      {
        key: 'post_id',
        label: 'Post ID',
        help: 'Map Post ID of the trigger: the post or the comment that is told.',
        type: 'text',
        required: true,
        recordIdOf: 'Record',
      },
      eventKeyInput('one post is told once', 'it is made of the delivery name and the post'),
      deliveryName(CHATTER_RELAY),
      ...cardInputs('').filter(({ key }) => key === 'button_label' || key === 'language'),
      ifUnsure,
    ],
    outputs: messageOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${CHATTER_RELAY}-${SAMPLE_POST}`,
      record_id: '006Hs00000BkXyzIAF',
      channel_id: 'C00GENERAL',
      message_ts: '1795212000.000001',
      warnings: [],
    },
  },
  object: 'FeedItem',
  delivery: messageDelivery({
    name: CHATTER_RELAY,
    entry: { key: keyPart(concat(input('delivery_name'), '-', input('post_id'))) },
    reads: {
      reads: {
        posts: read(one.posts),
        comments: read(one.comments),
        room: read({
          from: Ledger.name,
          select: [row('Channel__c')],
          where: and(
            equal(row('Record_Id__c'), input('record_id')),
            startsWith(row('Key__c'), 'room-'),
            exists(row('Channel__c')),
            ofTeam,
          ),
          orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
          limit: 1,
        }),
        ours: read({
          from: Ledger.name,
          select: [row('Id')],
          where: and(equal(row('State__c'), input('post_id')), ofTeam),
          limit: 1,
        }),
      },
      notes: {
        record: choose('text', [[startsWith(input('post_id'), '0D5'), first('posts')]], first('comments')),
        roomChannel: answer('text', 'room', 'body', 'records', 0, 'Channel__c'),
        isOurs: exists(answer('text', 'ours', 'body', 'records', 0, 'Id')),
      },
    },
    left: or(not(exists(note('text', 'record'))), not(exists(room)), note('boolean', 'isOurs')),
    to: room,
    message: { ...relayed({ mark: note('text', 'mark'), recordUrl }) },
  }),
  lockBy: 'record_id',
  paceBy: ['record_id'],
};

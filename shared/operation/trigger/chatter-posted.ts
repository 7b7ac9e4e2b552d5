import { keyPart } from '../../delivery/event-key.ts';
import { Ledger } from '../../delivery/ledger.ts';
import { read } from '../../delivery/ledger-part.ts';
import {
  and,
  answer,
  append,
  choose,
  concat,
  daysBefore,
  earliest,
  equal,
  exists,
  fieldsOf,
  greater,
  greaterOrEqual,
  includes,
  length,
  not,
  note,
  pluck,
  startsWith,
} from '../../language/index.ts';
import { input } from '../../signal/chatter-relay/input.ts';
import {
  CHATTER_RELAY,
  feedComment,
  feedItem,
  recent,
  roomRecords,
  starts,
  text,
} from '../../signal/chatter-relay/post.ts';
import { deliveryName } from '../input/delivery.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import type { PollingTrigger } from '../polling-trigger.ts';

/** The posts of the samples, and their record. */
export const SAMPLE_POST = '0D5xx0000001201CAA';
const NEW_POST = '0D5Dw0000001001KAA';
const SAMPLE_RECORD = '006Hs00000BkXyzIAF';

/** Rooms whose records are looked at, the newest. */
const ROOMS = 200;
/** Posts of Dealwire itself that are told apart. */
const OURS = 2000;

const row = fieldsOf(Ledger);
const ofTeam = and(
  equal(row('Organization__c'), note('text', 'organizationId')),
  equal(row('Team__c'), note('text', 'teamId')),
);
const key = keyPart(concat(input('delivery_name'), '-', feedItem('Id')));

/** When the record of a post got its room: what was written before is no news there. */
const roomSince = earliest(
  pluck(note('list', 'rooms'), 'CreatedDate', { field: 'Record_Id__c', values: [feedItem('ParentId')] }),
);

/** Notices what people write in Chatter on records that have a room. */
export const chatterPosted: PollingTrigger = {
  operation: {
    key: 'chatter_posted',
    group: 'Chatter Relay',
    noun: 'Chatter Post',
    label: 'Chatter Post on a Record With a Room',
    description:
      'Triggers when somebody posts or comments in Chatter on a record that has a room in Slack. What Dealwire posted there itself is left out.',
    inputs: [deliveryName(CHATTER_RELAY), ...quietHoursInputs],
    rules: quietHoursRules,
    outputs: [
      { key: 'id', label: 'ID', type: 'text' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'post_id', label: 'Post ID', type: 'text' },
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'kind', label: 'Kind', type: 'text' },
      { key: 'text', label: 'Text', type: 'text' },
      { key: 'author', label: 'Author', type: 'text' },
      { key: 'created_at', label: 'Created', type: 'instant' },
      { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
      { key: 'record_url', label: 'Salesforce Link', type: 'text' },
    ],
    sample: {
      id: `${CHATTER_RELAY}-${NEW_POST}`,
      event_key: `${CHATTER_RELAY}-${NEW_POST}`,
      post_id: NEW_POST,
      record_id: SAMPLE_RECORD,
      kind: 'post',
      text: 'The MSA is signed & filed.',
      author: 'Ana Lee',
      created_at: '2026-11-20T22:01:00.000+0000',
      delivery_name: CHATTER_RELAY,
      record_url: `https://acme.my.salesforce.com/${SAMPLE_RECORD}`,
    },
  },
  awake: isAwake,
  before: {
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: {
        rooms: read({
          from: Ledger.name,
          select: [row('Record_Id__c'), row('CreatedDate')],
          where: and(startsWith(row('Key__c'), 'room-'), exists(row('Channel__c')), ofTeam),
          orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
          limit: ROOMS,
        }),
      },
    },
    notes: {
      rooms: answer('list', 'rooms', 'body', 'records'),
      roomRecords: pluck(answer('list', 'rooms', 'body', 'records'), 'Record_Id__c'),
    },
  },
  when: greater(length(roomRecords), 0),
  read: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      posts: read(recent.posts),
      comments: read(recent.comments),
      // Read after the posts: a post of Dealwire is there together with the row that names it.
      ours: read({
        from: Ledger.name,
        select: [row('State__c')],
        where: and(
          startsWith(row('State__c'), '0D5'),
          greaterOrEqual(row('CreatedDate'), daysBefore(input('since'), 1)),
          ofTeam,
        ),
        orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
        limit: OURS,
      }),
    },
  },
  rows: append(answer('list', 'posts', 'body', 'records'), answer('list', 'comments', 'body', 'records')),
  keep: and(
    not(includes(pluck(answer('list', 'ours', 'body', 'records'), 'State__c'), feedItem('Id'))),
    greaterOrEqual(feedItem('CreatedDate'), roomSince),
  ),
  at: feedItem('CreatedDate'),
  item: {
    id: key,
    event_key: key,
    post_id: feedItem('Id'),
    record_id: feedItem('ParentId'),
    kind: choose('text', [[exists(feedComment('CommentBody')), 'comment']], 'post'),
    text,
    author: feedItem('CreatedBy.Name'),
    created_at: feedItem('CreatedDate'),
    delivery_name: input('delivery_name'),
    record_url: concat(note('text', 'instanceUrl'), '/', feedItem('ParentId')),
  },
  starts: {
    query: starts,
    label: concat(feedItem('CreatedBy.Name'), ': ', feedItem('Body')),
    at: feedItem('CreatedDate'),
  },
};

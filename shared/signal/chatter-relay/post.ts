import {
  and,
  type Condition,
  choose,
  type Expression,
  equal,
  fallback,
  field,
  fieldsOf,
  greaterOrEqual,
  htmlText,
  isIn,
  less,
  note,
  type Query,
} from '../../language/index.ts';
import { FeedComment } from '../object/feed-comment.ts';
import { FeedItem } from '../object/feed-item.ts';
import { input } from './input.ts';

/** Also the default delivery name. */
export const CHATTER_RELAY = 'chatter-relay';

/** Rows of each kind that are read at once. */
const ROWS = 1000;

export const feedItem = fieldsOf(FeedItem);
export const feedComment = fieldsOf(FeedComment);

/** Posts that people write; changes of fields that Salesforce posts by itself are none. */
const KINDS = ['TextPost', 'LinkPost', 'ContentPost'];

const isRecent = and(
  greaterOrEqual(field('instant', 'CreatedDate'), fallback(input('since'), '1970-01-01T00:00:00Z')),
  less(field('instant', 'CreatedDate'), fallback(input('until'), '2999-12-31T00:00:00Z')),
);
const newestFirst = [{ by: field('instant', 'CreatedDate'), direction: 'descending' }] as const;

const posts = (where: Condition): Query => ({
  from: FeedItem.name,
  select: [
    feedItem('Id'),
    feedItem('ParentId'),
    feedItem('Type'),
    feedItem('Body'),
    feedItem('IsRichText'),
    feedItem('CreatedDate'),
    feedItem('CreatedBy.Name'),
  ],
  where: and(isIn(feedItem('Type'), KINDS), where),
  orderBy: newestFirst,
  limit: ROWS,
});

const comments = (where: Condition): Query => ({
  from: FeedComment.name,
  select: [
    feedComment('Id'),
    feedComment('ParentId'),
    feedComment('CommentBody'),
    feedComment('IsRichText'),
    feedComment('CreatedDate'),
    feedComment('CreatedBy.Name'),
  ],
  where,
  orderBy: newestFirst,
  limit: ROWS,
});

/** The records whose posts are looked for. */
export const roomRecords = note('list', 'roomRecords');

/** What people wrote lately on the feeds of the records that have a room. */
export const recent = {
  posts: posts(and(isIn(feedItem('ParentId'), roomRecords), isRecent)),
  comments: comments(and(isIn(feedComment('ParentId'), roomRecords), isRecent)),
} as const;

/** One post or comment, by its id. */
export const one = {
  posts: { ...posts(equal(feedItem('Id'), input('post_id'))), limit: 1 },
  comments: { ...comments(equal(feedComment('Id'), input('post_id'))), limit: 1 },
} as const;

/** Posts to start from. */
export const starts: Query = {
  from: FeedItem.name,
  select: [feedItem('Id'), feedItem('Body'), feedItem('CreatedDate'), feedItem('CreatedBy.Name')],
  orderBy: newestFirst,
  limit: 300,
};

const body = fallback(feedItem('Body'), feedComment('CommentBody'));

/** What a post or comment says, as people read it. */
export const text: Expression<'text'> = choose('text', [[feedItem('IsRichText'), htmlText(body)]], body);

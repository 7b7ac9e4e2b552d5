import { checkbox, integer, longText, lookup, picklist, readOnly, systemFields, text, url } from './field.ts';
import { sobject } from './sobject.ts';

const SUBJECTS = [
  'Account',
  'Opportunity',
  'Case',
  'Contact',
  'Lead',
  'Contract',
  'Project__c',
  'User',
  'Group',
] as const;

export const feedItem = sobject('FeedItem', '0D5', [
  ...systemFields(),
  lookup('ParentId', SUBJECTS, { nillable: false, updateable: false }),
  picklist('Type', ['*TextPost', 'LinkPost', 'ContentPost', 'TrackedChange']),
  longText('Title', { length: 255 }),
  longText('Body', { length: 10_000 }),
  url('LinkUrl', { length: 1000 }),
  checkbox('IsRichText'),
  integer('CommentCount', { ...readOnly }),
  integer('LikeCount', { ...readOnly }),
]);

export const feedComment = sobject('FeedComment', '0D7', [
  ...systemFields(),
  lookup('FeedItemId', ['FeedItem'], {
    childRelationshipName: 'FeedComments',
    nillable: false,
    updateable: false,
  }),
  lookup('ParentId', SUBJECTS, { ...readOnly }),
  picklist('CommentType', ['*TextComment', 'ContentComment'], { updateable: false }),
  longText('CommentBody', { length: 10_000, nillable: false }),
  checkbox('IsRichText'),
  text('Status', { ...readOnly }),
]);

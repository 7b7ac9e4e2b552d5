import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';
import { ROLLOUT } from './sample-org/project.ts';
import { INTEGRATION_USER, KIM } from './sample-org/user.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

const paragraph = (...segments: unknown[]) => [
  { type: 'MarkupBegin', markupType: 'Paragraph' },
  ...segments,
  { type: 'MarkupEnd', markupType: 'Paragraph' },
];
const post = (messageSegments: unknown, subjectId: string = DEMO_DEAL) =>
  rest.call('POST', '/chatter/feed-elements', {
    feedElementType: 'FeedItem',
    subjectId,
    body: { messageSegments },
  });

describe('Chatter', () => {
  test('a post of segments becomes a feed item of its record', async () => {
    const { status, body } = await post(
      paragraph(
        { type: 'Text', text: 'From Slack: ' },
        { type: 'Mention', id: KIM },
        { type: 'Text', text: ' see ' },
        {
          type: 'MarkupBegin',
          markupType: 'Hyperlink',
          url: 'https://acme.slack.com/archives/C1/p1',
          altText: 'thread',
        },
        { type: 'Text', text: 'thread' },
        { type: 'MarkupEnd', markupType: 'Hyperlink' },
      ),
    );
    expect(status).toBe(201);
    expect(body.body.text).toBe('From Slack: @Kim Ro see thread');
    const { body: items } = await rest.query(
      `SELECT Body, ParentId, CreatedById, Type FROM FeedItem WHERE Id = '${body.id}'`,
    );
    expect(items.records[0]).toMatchObject({
      Body: 'From Slack: @Kim Ro see thread',
      ParentId: DEMO_DEAL,
      CreatedById: INTEGRATION_USER,
      Type: 'TextPost',
    });
  });

  test('me is the caller', async () => {
    const { body } = await post([{ type: 'Text', text: 'note' }], 'me');
    expect(salesforce.records('FeedItem').find(({ Id }) => Id === body.id)?.ParentId).toBe(INTEGRATION_USER);
  });

  test.each([
    ['markup that crosses', paragraph({ type: 'MarkupBegin', markupType: 'Bold' })],
    ['markup left open', [{ type: 'MarkupBegin', markupType: 'Bold' }]],
    ['26 mentions', Array.from({ length: 26 }, () => ({ type: 'Mention', id: KIM }))],
    ['a mention of nobody', [{ type: 'Mention', id: '005xx0000009999AAA' }]],
    ['an unknown segment', [{ type: 'Blink' }]],
    ['no segments', []],
    ['too long a text', [{ type: 'Text', text: 'x'.repeat(10_001) }]],
  ])('%s is refused', async (_what, segments) => {
    const before = salesforce.records('FeedItem').length;
    expect((await post(segments)).status).toBe(400);
    expect(salesforce.records('FeedItem')).toHaveLength(before);
  });

  test('posts and comments since an instant are read by SOQL, with their record, author and kind', async () => {
    salesforce.clock.advance(60_000);
    const since = new Date(salesforce.clock.now()).toISOString();
    const item = await rest.call('POST', '/sobjects/FeedItem', {
      ParentId: ROLLOUT,
      Body: 'Kick-off is done',
    });
    await rest.call('POST', '/sobjects/FeedComment', { FeedItemId: item.body.id, CommentBody: 'Great' });
    const posts = await rest.query(
      `SELECT ParentId, Body, CreatedById, CreatedDate, Type FROM FeedItem WHERE CreatedDate >= ${since} AND ParentId IN ('${ROLLOUT}', '${DEMO_DEAL}')`,
    );
    expect(posts.body.records).toMatchObject([
      { ParentId: ROLLOUT, Body: 'Kick-off is done', CreatedById: INTEGRATION_USER, Type: 'TextPost' },
    ]);
    const comments = await rest.query(
      `SELECT FeedItemId, ParentId, CommentBody, CommentType, CreatedById FROM FeedComment WHERE CreatedDate >= ${since}`,
    );
    expect(comments.body.records).toMatchObject([
      { FeedItemId: item.body.id, ParentId: ROLLOUT, CommentBody: 'Great', CreatedById: INTEGRATION_USER },
    ]);
  });

  test('a feed item and its comments are records too', async () => {
    const item = await rest.call('POST', '/sobjects/FeedItem', {
      ParentId: DEMO_DEAL,
      Body: '<p>Hi</p>',
      IsRichText: true,
    });
    await rest.call('POST', '/sobjects/FeedComment', { FeedItemId: item.body.id, CommentBody: 'Yes' });
    const { body } = await rest.query(
      `SELECT CommentCount, (SELECT CommentBody, ParentId, CreatedBy.Name FROM FeedComments) FROM FeedItem WHERE Id = '${item.body.id}'`,
    );
    expect(body.records[0]).toMatchObject({
      CommentCount: 1,
      FeedComments: {
        records: [{ CommentBody: 'Yes', ParentId: DEMO_DEAL, CreatedBy: { Name: 'Dealwire Integration' } }],
      },
    });
  });
});

import { insertRecord } from '../dml/insert.ts';
import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import { sobjectInPath } from '../visible.ts';
import { bodyObject, type RestAnswer, type RestRequest, type RestRoute } from './rest-route.ts';

const MOST_MENTIONS = 25;

/** Chatter posts made of message segments. */
export const chatterRoutes: readonly RestRoute[] = [
  { method: 'POST', path: '/chatter/feed-elements', handle: post },
];

function post(org: Org, request: RestRequest): RestAnswer {
  const { feedElementType, subjectId, body } = bodyObject(request.body);
  if (feedElementType !== 'FeedItem')
    throw badRequest('INVALID_API_INPUT', `Invalid value for feedElementType: ${feedElementType}`);
  if (typeof subjectId !== 'string')
    throw badRequest('MISSING_ARGUMENT', 'A value for subjectId must be given.');
  const text = textOf(org, bodyObject(body).messageSegments);
  const id = insertRecord(org, request.author, sobjectInPath(org, 'FeedItem'), {
    ParentId: subjectId === 'me' ? request.author.userId : subjectId,
    Body: text,
    IsRichText: true,
  });
  return {
    status: 201,
    body: {
      id,
      feedElementType: 'FeedItem',
      body: { text, isRichText: true },
      parent: { id: subjectId },
      url: `${request.base}/chatter/feed-elements/${id}`,
      createdDate: org.nowText(),
    },
  };
}

function textOf(org: Org, segments: unknown): string {
  if (!Array.isArray(segments) || segments.length === 0)
    throw badRequest('MISSING_ARGUMENT', 'A value for messageSegments must be given.');
  const open: string[] = [];
  let mentions = 0;
  let text = '';
  for (const segment of segments.map(bodyObject))
    switch (segment.type) {
      case 'Text':
        text += String(segment.text ?? '');
        break;
      case 'Mention':
        if (++mentions > MOST_MENTIONS) throw badRequest('LIMIT_EXCEEDED', 'Up to 25 mentions are allowed.');
        text += `@${nameOf(org, String(segment.id))}`;
        break;
      case 'MarkupBegin':
        open.push(String(segment.markupType));
        break;
      case 'MarkupEnd':
        if (open.pop() !== segment.markupType)
          throw badRequest('INVALID_MARKUP', `Markup ${segment.markupType} is not nested properly.`);
        if (segment.markupType === 'Paragraph') text += '\n';
        break;
      default:
        throw badRequest('INVALID_API_INPUT', `Unknown message segment: ${segment.type}`);
    }
  if (open.length > 0) throw badRequest('INVALID_MARKUP', `Markup ${open.join(', ')} is not closed.`);
  return text.trimEnd();
}

function nameOf(org: Org, id: string): string {
  const row = org.store.table('User').get(id) ?? org.store.table('Group').get(id);
  if (row === undefined) throw badRequest('INVALID_ID_FIELD', `Mention: no user or group has the id ${id}`);
  return String(row.Name);
}

import { plantChannelMembers } from '../change-data/channel-member.ts';
import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import { platformEventChannelMember } from '../schema/platform-event-channel-member.ts';
import type { Sobject } from '../schema/type.ts';
import { type FindSobject, type QueryResult, runQuery } from '../soql/query.ts';
import type { RestAnswer, RestRequest, RestRoute } from './rest-route.ts';

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const SMALLEST_BATCH = 200;
const LARGEST_BATCH = 2000;

/** query and the pages after the first, of the org's records and of its metadata. */
export const queryRoutes: readonly RestRoute[] = [
  { method: 'GET', path: '/query', handle: query },
  { method: 'GET', path: '/query/:locator', handle: queryMore },
  { method: 'GET', path: '/tooling/query', handle: queryTooling },
  {
    method: 'GET',
    path: '/tooling/query/:locator',
    handle: (org, request) => queryMore(org, inTooling(request)),
  },
];

function query(org: Org, request: RestRequest, find?: FindSobject): RestAnswer {
  const text = request.query.get('q');
  if (text === null || text.trim() === '')
    throw badRequest('MALFORMED_QUERY', 'SOQL statements must be given in the parameter q.');
  const result = runQuery(org, text, find);
  const size = batchSize(org, request);
  return answerPage(org, request, { result, id: '', size, from: 0 });
}

function queryTooling(org: Org, request: RestRequest): RestAnswer {
  plantChannelMembers(org);
  return query(org, inTooling(request), findToolingSobject);
}

const inTooling = (request: RestRequest): RestRequest => ({ ...request, base: `${request.base}/tooling` });

function findToolingSobject(org: Org, name: string): Sobject | undefined {
  const member = platformEventChannelMember;
  const isIt = name.toLowerCase() === member.name.toLowerCase();
  return isIt && !org.features.hiddenObjects.has(member.name) ? member : undefined;
}

function queryMore(org: Org, request: RestRequest): RestAnswer {
  const [id = '', from = ''] = (request.params.locator ?? '').split('-');
  const cursor = org.cursors.get(id);
  if (cursor === undefined || !/^\d+$/.test(from) || org.now() - cursor.opened > TWO_DAYS)
    throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return answerPage(org, request, { ...cursor, id, from: Number(from) });
}

function answerPage(
  org: Org,
  request: RestRequest,
  page: { readonly result: QueryResult; readonly id: string; readonly size: number; readonly from: number },
): RestAnswer {
  const { result, size, from } = page;
  const end = from + size;
  const records = result.print(from, end, request.base);
  const done = end >= result.size;
  if (done) return { status: 200, body: { totalSize: result.totalSize, done, records } };
  const id = page.id === '' ? openCursor(org, result, size) : page.id;
  return {
    status: 200,
    body: {
      totalSize: result.totalSize,
      done,
      nextRecordsUrl: `${request.base}/query/${id}-${end}`,
      records,
    },
  };
}

function openCursor(org: Org, result: QueryResult, size: number): string {
  const id = org.nextId('01g');
  org.cursors.set(id, { result, size, opened: org.now() });
  return id;
}

function batchSize(org: Org, request: RestRequest): number {
  const asked = /batchSize=(\d+)/.exec(request.header('Sforce-Query-Options') ?? '')?.[1];
  if (asked === undefined) return org.limits.pageSize;
  return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(asked)), org.limits.pageSize);
}

import { plantFieldDefinitions } from '../admin/plant-field-definitions.ts';
import { plantPermissions } from '../admin/plant-permissions.ts';
import { plantChannelMembers } from '../change-data/channel-member.ts';
import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import { fieldDefinition } from '../schema/field-definition.ts';
import { objectPermissions, permissionSetAssignment } from '../schema/permission.ts';
import { platformEventChannelMember } from '../schema/platform-event-channel-member.ts';
import type { Sobject } from '../schema/type.ts';
import { type FindSobject, type QueryResult, runQuery } from '../soql/query.ts';
import { findSobject } from '../visible.ts';
import type { RestAnswer, RestRequest, RestRoute } from './rest-route.ts';

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const SMALLEST_BATCH = 200;
const LARGEST_BATCH = 2000;

/** query and the pages after the first, of the org's records and of its metadata. */
export const queryRoutes: readonly RestRoute[] = [
  { method: 'GET', path: '/query', handle: queryRecords },
  { method: 'GET', path: '/query/:locator', handle: queryMore },
  { method: 'GET', path: '/tooling/query', handle: queryTooling },
  {
    method: 'GET',
    path: '/tooling/query/:locator',
    handle: (org, request) => queryMore(org, inTooling(request)),
  },
];

function query(org: Org, request: RestRequest, find: FindSobject): RestAnswer {
  const text = request.query.get('q');
  if (text === null || text.trim() === '')
    throw badRequest('MALFORMED_QUERY', 'SOQL statements must be given in the parameter q.');
  const result = runQuery(org, text, find);
  const size = batchSize(org, request);
  return answerPage(org, request, { result, id: '', size, from: 0 });
}

/** Objects of the org's administration, which are neither described nor written here. */
const permissions = [permissionSetAssignment, objectPermissions];

function queryRecords(org: Org, request: RestRequest): RestAnswer {
  const text = request.query.get('q') ?? '';
  if (permissions.some(({ name }) => text.includes(name))) plantPermissions(org, request.author.userId);
  return query(org, request, (_, name) => findSobject(org, name) ?? amongVisible(org, name, permissions));
}

/** Objects of the Tooling API. */
const tooling = [platformEventChannelMember, fieldDefinition];

function queryTooling(org: Org, request: RestRequest): RestAnswer {
  plantChannelMembers(org);
  if ((request.query.get('q') ?? '').includes(fieldDefinition.name)) plantFieldDefinitions(org);
  return query(org, inTooling(request), (_, name) => amongVisible(org, name, tooling));
}

function amongVisible(org: Org, name: string, among: readonly Sobject[]): Sobject | undefined {
  const found = among.find((sobject) => sobject.name.toLowerCase() === name.toLowerCase());
  return found === undefined || org.features.hiddenObjects.has(found.name) ? undefined : found;
}

const inTooling = (request: RestRequest): RestRequest => ({ ...request, base: `${request.base}/tooling` });

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

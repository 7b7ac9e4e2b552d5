import { findRecord } from '../dml/find-record.ts';
import { insertRecord } from '../dml/insert.ts';
import { removeRecord } from '../dml/remove.ts';
import { updateRecord } from '../dml/update.ts';
import { upsertRecord } from '../dml/upsert.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';
import { findField, noSuchColumn, readField, sobjectInPath, visibleFields } from '../visible.ts';
import { bodyObject, type RestAnswer, type RestRequest, type RestRoute } from './rest-route.ts';

/** Single records: create, read, change, delete, and upsert by an external id. */
export const recordRoutes: readonly RestRoute[] = [
  { method: 'POST', path: '/sobjects/:sobject', handle: create },
  { method: 'GET', path: '/sobjects/:sobject/:id', handle: read },
  { method: 'PATCH', path: '/sobjects/:sobject/:id', handle: update },
  { method: 'DELETE', path: '/sobjects/:sobject/:id', handle: remove },
  { method: 'PATCH', path: '/sobjects/:sobject/:field/:value', handle: upsert },
  { method: 'GET', path: '/sobjects/:sobject/:field/:value', handle: readByExternalId },
];

const sobjectOf = (org: Org, request: RestRequest) => sobjectInPath(org, request.params.sobject ?? '');

function create(org: Org, request: RestRequest): RestAnswer {
  const sobject = sobjectOf(org, request);
  const id = insertRecord(org, request.author, sobject, bodyObject(request.body));
  return created(request, sobject, { id, success: true, errors: [] }, id);
}

function read(org: Org, request: RestRequest): RestAnswer {
  const sobject = sobjectOf(org, request);
  return printed(org, request, sobject, findRecord(org, sobject, request.params.id ?? ''));
}

function update(org: Org, request: RestRequest): RestAnswer {
  const sobject = sobjectOf(org, request);
  updateRecord(org, request.author, sobject, request.params.id ?? '', bodyObject(request.body));
  return { status: 204 };
}

function remove(org: Org, request: RestRequest): RestAnswer {
  removeRecord(org, request.author, sobjectOf(org, request), request.params.id ?? '');
  return { status: 204 };
}

function upsert(org: Org, request: RestRequest): RestAnswer {
  const sobject = sobjectOf(org, request);
  const { field = '', value = '' } = request.params;
  const result = upsertRecord(org, request.author, sobject, { field, value }, bodyObject(request.body));
  const body = { id: result.id, success: true, errors: [], created: result.created };
  return result.created ? created(request, sobject, body, result.id) : { status: 200, body };
}

function readByExternalId(org: Org, request: RestRequest): RestAnswer {
  const sobject = sobjectOf(org, request);
  const { field: name = '', value = '' } = request.params;
  const field = findField(org, sobject, name);
  const [row] = field?.externalId === true ? org.store.table(sobject.name).having(field.name, value) : [];
  if (row === undefined) return printed(org, request, sobject, findRecord(org, sobject, value));
  return printed(org, request, sobject, row);
}

function printed(org: Org, request: RestRequest, sobject: Sobject, row: Row): RestAnswer {
  const asked = request.query.get('fields');
  const fields =
    asked === null
      ? visibleFields(org, sobject)
      : asked.split(',').map((name) => {
          const field = findField(org, sobject, name.trim());
          if (field === undefined) throw noSuchColumn(name, sobject.name);
          return field;
        });
  return {
    status: 200,
    body: {
      attributes: { type: sobject.name, url: `${request.base}/sobjects/${sobject.name}/${row.Id}` },
      ...Object.fromEntries(fields.map((field) => [field.name, readField(org, field, row)])),
      Id: row.Id,
    },
  };
}

function created(request: RestRequest, sobject: Sobject, body: unknown, id: string): RestAnswer {
  return {
    status: 201,
    body,
    headers: { Location: `${request.base}/sobjects/${sobject.name}/${id}` },
  };
}

import type { Author } from '../dml/author.ts';
import { insertRecord } from '../dml/insert.ts';
import { removeRecord } from '../dml/remove.ts';
import { transaction } from '../dml/transaction.ts';
import { updateRecord } from '../dml/update.ts';
import { badRequest, SalesforceFault } from '../error.ts';
import type { Org } from '../org.ts';
import { sobjects } from '../schema/index.ts';
import type { Sobject } from '../schema/type.ts';
import { findField, findSobject, noSuchColumn, readField, sobjectInPath } from '../visible.ts';
import { bodyObject, type RestAnswer, type RestRequest, type RestRoute } from './rest-route.ts';

const MOST_RECORDS = 200;

/** Up to 200 records in one call; failures are told in the body, the status is always 200. */
export const collectionRoutes: readonly RestRoute[] = [
  { method: 'POST', path: '/composite/sobjects', handle: create },
  { method: 'PATCH', path: '/composite/sobjects', handle: update },
  { method: 'DELETE', path: '/composite/sobjects', handle: remove },
  { method: 'GET', path: '/composite/sobjects/:sobject', handle: readByQuery },
  { method: 'POST', path: '/composite/sobjects/:sobject', handle: readByBody },
];

type Outcome =
  | { readonly id: string; readonly success: true; readonly errors: readonly [] }
  | { readonly success: false; readonly errors: readonly unknown[] };

function create(org: Org, request: RestRequest): RestAnswer {
  return each(org, request, recordsOf(request), (record, author) => {
    const { attributes: _attributes, ...values } = record;
    return insertRecord(org, author, typeOf(org, record), values);
  });
}

function update(org: Org, request: RestRequest): RestAnswer {
  return each(org, request, recordsOf(request), (record, author) => {
    const { attributes: _attributes, Id, id = Id, ...values } = record;
    updateRecord(org, author, typeOf(org, record), String(id), values);
    return String(id);
  });
}

function remove(org: Org, request: RestRequest): RestAnswer {
  const ids = (request.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  const together = request.query.get('allOrNone') === 'true';
  return each(
    org,
    { ...request, body: { allOrNone: together } },
    ids.map((id) => ({ id })),
    ({ id }, author) => {
      const sobject = sobjects.find(({ keyPrefix }) => String(id).startsWith(keyPrefix));
      if (sobject === undefined) throw badRequest('MALFORMED_ID', `malformed id ${id}`);
      removeRecord(org, author, sobject, String(id));
      return String(id);
    },
  );
}

function readByQuery(org: Org, request: RestRequest): RestAnswer {
  const list = (name: string) => (request.query.get(name) ?? '').split(',');
  return read(org, request, list('ids'), list('fields'));
}

function readByBody(org: Org, request: RestRequest): RestAnswer {
  const { ids, fields } = bodyObject(request.body);
  if (!Array.isArray(ids) || !Array.isArray(fields))
    throw badRequest('JSON_PARSER_ERROR', 'ids and fields are required.');
  return read(org, request, ids.map(String), fields.map(String));
}

function read(org: Org, request: RestRequest, ids: readonly string[], names: readonly string[]): RestAnswer {
  const sobject = sobjectInPath(org, request.params.sobject ?? '');
  const fields = names.map((name) => {
    const field = findField(org, sobject, name.trim());
    if (field === undefined) throw noSuchColumn(name, sobject.name);
    return field;
  });
  const body = ids.map((id) => {
    const row = org.store.table(sobject.name).get(id);
    if (row === undefined) return null;
    return {
      attributes: { type: sobject.name, url: `${request.base}/sobjects/${sobject.name}/${row.Id}` },
      ...Object.fromEntries(fields.map((field) => [field.name, readField(org, field, row)])),
    };
  });
  return { status: 200, body };
}

function each<Item>(
  org: Org,
  request: RestRequest,
  items: readonly Item[],
  write: (item: Item, author: Author) => string,
): RestAnswer {
  if (items.length > MOST_RECORDS)
    throw badRequest(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST_RECORDS} records.`,
    );
  const outcomes = transaction(org, (takeBack) => {
    const all = items.map((item) => attempt(() => write(item, request.author)));
    if (bodyObject(request.body).allOrNone !== true || all.every(({ success }) => success)) return all;
    takeBack();
    return all.map((outcome) => (outcome.success ? rolledBack : outcome));
  });
  return { status: 200, body: outcomes };
}

const rolledBack: Outcome = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message:
        'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

function attempt(write: () => string): Outcome {
  try {
    return { id: write(), success: true, errors: [] };
  } catch (error) {
    if (!(error instanceof SalesforceFault)) throw error;
    return {
      success: false,
      errors: error.problems.map(({ errorCode, message, fields }) => ({
        statusCode: errorCode,
        message,
        fields: fields ?? [],
      })),
    };
  }
}

function recordsOf(request: RestRequest): readonly Readonly<Record<string, unknown>>[] {
  const { records } = bodyObject(request.body);
  if (!Array.isArray(records)) throw badRequest('JSON_PARSER_ERROR', 'records is missing.');
  return records.map(bodyObject);
}

function typeOf(org: Org, record: Readonly<Record<string, unknown>>): Sobject {
  const { type } = bodyObject(record.attributes);
  const sobject = findSobject(org, String(type));
  if (sobject === undefined) throw badRequest('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  return sobject;
}

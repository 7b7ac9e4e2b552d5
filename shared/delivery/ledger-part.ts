import {
  concat,
  type Expression,
  equal,
  fieldsOf,
  note,
  type Query,
  queryText,
  urlEncoded,
} from '../language/index.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import { input } from './input.ts';
import { Ledger, status } from './ledger.ts';
import type { Part } from './step.ts';

const field = fieldsOf(Ledger);
const path = `${API_PATH}/sobjects/${Ledger.name}`;

/** A part that reads rows by SOQL, given as a query or as its text. */
export function read(query: Query | Expression<'text'>): Part {
  const text = 'kind' in query ? query : queryText(query);
  return { method: 'GET', path: concat(`${API_PATH}/query?q=`, urlEncoded(text)) };
}

/** A part that reads rows by SOQL and may fail without harm. */
export function readIfPossible(query: Query): Part {
  return { ...read(query), accept: 'any' };
}

/** A part that reads the row with a key. */
export function readRow(key: Expression<'text'>): Part {
  return read({
    from: Ledger.name,
    select: [
      field('Id'),
      field('Status__c'),
      field('Holder__c'),
      field('Attempt__c'),
      field('Channel__c'),
      field('Message__c'),
      field('Announcement__c'),
      field('Outcome__c'),
      field('State__c'),
      field('Idle_Minutes__c'),
      field('CreatedDate'),
    ],
    where: equal(field('Key__c'), key),
    limit: 1,
  });
}

/** A part that inserts a row; a duplicate key is no error, the row is read instead. */
export function insertRow(key: Expression<'text'>, holder: Expression<'text'>): Part {
  return {
    method: 'POST',
    path,
    body: {
      Key__c: key,
      Holder__c: holder,
      Status__c: status.claimed,
      Attempt__c: 1,
      Delivery__c: input('delivery_name'),
      Record_Id__c: input('record_id'),
      Organization__c: note('text', 'organizationId'),
      Team__c: note('text', 'teamId'),
    },
    accept: ['DUPLICATE_VALUE'],
  };
}

/** A part that inserts a mark: a row with a unique key that says something happened once. */
export function insertMark(key: Expression<'text'>): Part {
  return {
    method: 'POST',
    path,
    body: {
      Key__c: key,
      Status__c: status.attempt,
      Record_Id__c: input('record_id'),
      Delivery__c: input('delivery_name'),
    },
  };
}

/** A part that changes a row by its id. */
export function updateRow(id: Expression<'text'>, body: NonNullable<Part['body']>): Part {
  return { method: 'PATCH', path: concat(`${path}/`, id), body };
}

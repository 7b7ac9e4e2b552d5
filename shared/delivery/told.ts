import {
  and,
  type Condition,
  choose,
  concat,
  type Expression,
  each,
  equal,
  fallback,
  fieldsOf,
  inQuery,
  itemFieldsOf,
  note,
  objectType,
} from '../language/index.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import { rowKey } from './event-key.ts';
import { input } from './input.ts';
import { Ledger, status } from './ledger.ts';
import type { Part } from './step.ts';

/** Opportunities that a message tells of, each once in a period. */
export interface Telling {
  /** Rows with the id of an opportunity each. */
  readonly list: Expression<'list'>;
  /** Rows that the message shows at most. */
  readonly limit: number;
  /** Tells one period from the next. */
  readonly period: Expression<'text'>;
  /** Id of the user who is told. */
  readonly person: Expression<'text'>;
}

const row = fieldsOf(Ledger);
const told = itemFieldsOf(objectType('Told', { Id: 'text' }));

/** The rows as a message keeps them in its metadata, for a run that finds the message after a crash. */
export function toldIds({ list, limit }: Telling) {
  return each(list, { Id: told('Id') }, limit);
}

/**
 * The opportunity with an id was told in a period; when `only` holds it counts as told only if the person was. Costs a
 * query one of its two semi-joins.
 */
export function isTold(
  id: Expression<'text'>,
  period: Expression<'text'>,
  to?: { readonly person: Expression<'text'>; readonly only: Condition },
): Condition {
  return inQuery(id, {
    from: Ledger.name,
    select: row('Opportunity__c'),
    where: and(
      equal(row('Delivery__c'), input('delivery_name')),
      equal(row('State__c'), period),
      equal(row('Organization__c'), note('text', 'organizationId')),
      equal(row('Team__c'), note('text', 'teamId')),
      ...(to ? [choose('boolean', [[to.only, equal(row('Person__c'), to.person)]], true)] : []),
    ),
  });
}

/**
 * A part that inserts a row for each opportunity a message told of: those that the message found after a crash names,
 * else those of the list. What another run told is refused singly, for its key, and stops nothing.
 */
export function insertTold({ list, limit, period, person }: Telling): Part {
  const rows = fallback(note('list', 'messagePayload.told'), list);
  const record = {
    attributes: { type: Ledger.name },
    Key__c: rowKey(concat(input('delivery_name'), '-', told('Id'), '-', person, '-', period)),
    Status__c: status.done,
    Delivery__c: input('delivery_name'),
    Record_Id__c: told('Id'),
    Opportunity__c: told('Id'),
    Organization__c: note('text', 'organizationId'),
    Team__c: note('text', 'teamId'),
    State__c: period,
    Person__c: person,
  };
  return {
    method: 'POST',
    path: `${API_PATH}/composite/sobjects`,
    body: { allOrNone: false, records: [each(rows, record, limit)] },
    accept: 'any',
  };
}

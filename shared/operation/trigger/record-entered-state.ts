import { eventKey } from '../../delivery/event-key.ts';
import { read, readIfPossible } from '../../delivery/ledger-part.ts';
import type { CompositeCall, Part } from '../../delivery/step.ts';
import {
  and,
  answer,
  type Condition,
  choose,
  concat,
  equal,
  fallback,
  field,
  greaterOrEqual,
  isIn,
  namedField,
  note,
  type Query,
} from '../../language/index.ts';
import { entries, holdsText, isChecked, value } from '../../signal/record-state/filter.ts';
import { input } from '../../signal/record-state/input.ts';
import { RECORD_STATE } from '../../signal/record-state/record-state.ts';
import { deliveryName } from '../input/delivery.ts';
import { nameField, stateInputs } from '../input/object.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import { MOST_ROWS, type PollingTrigger } from '../polling-trigger.ts';

const id = field('text', 'Id');
const editedAt = field('instant', 'SystemModstamp');
const key = eventKey(input('delivery_name'), id, entries.stamp);

/** The project of the samples. */
export const SAMPLE_RECORD = 'a01xx0000001401AAA';

function records(state: Condition, touched: Condition): Query {
  return {
    from: input('object'),
    select: [id, namedField('text', 'name_field', 'Name'), value, editedAt],
    where: and(state, touched),
    orderBy: [{ by: editedAt, direction: 'descending' }],
    limit: MOST_ROWS,
  };
}

/** Fails for an object or a field that the org does not have, which the other parts would not tell from a checkbox. */
const probe: Part = read({
  from: input('object'),
  select: [id, namedField('text', 'name_field', 'Name'), value],
  limit: 1,
});

/**
 * Reads records in the state. A checkbox is asked for in another way than a text, and not every object keeps a history:
 * what cannot be read is left out.
 */
function readRecords(touched: Condition): CompositeCall {
  const ways = {
    texts: { ...records(holdsText, touched), children: [entries.changes] },
    textsAlone: records(holdsText, touched),
    flags: { ...records(isChecked, touched), children: [entries.changes] },
    flagsAlone: records(isChecked, touched),
  };
  const parts = Object.entries(ways).map(([name, query]) => [name, readIfPossible(query)]);
  return { to: 'salesforce', allOrNone: false, parts: { ...Object.fromEntries(parts), probe } };
}

const inputs = [...stateInputs, nameField, deliveryName(RECORD_STATE)];

const found = (name: string) => answer('list', name, 'body', 'records');
const isRead = (name: string) => equal(answer('number', name, 'status'), 200);

/** Notices records of any object that enter a state. */
export const recordEnteredState: PollingTrigger = {
  operation: {
    key: 'record_entered_state',
    group: 'Any Record',
    noun: 'Record',
    label: 'Record Entered State',
    description:
      'Triggers when a field of a record gets a chosen value, on any object. Where the history of the field is not tracked, each record triggers once.',
    inputs: [...inputs, ...quietHoursInputs],
    rules: quietHoursRules,
    outputs: [
      { key: 'id', label: 'ID', type: 'text' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'object', label: 'Object', type: 'text' },
      { key: 'name', label: 'Name', type: 'text' },
      { key: 'value', label: 'Value', type: 'text' },
      { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
      { key: 'record_url', label: 'Salesforce Link', type: 'text' },
    ],
    sample: {
      id: `${RECORD_STATE}-${SAMPLE_RECORD}-20261120220100`,
      event_key: `${RECORD_STATE}-${SAMPLE_RECORD}-20261120220100`,
      record_id: SAMPLE_RECORD,
      object: 'Project__c',
      name: 'Roll-out <Phase 1> & "training"',
      value: 'At Risk',
      delivery_name: RECORD_STATE,
      record_url: `https://acme.my.salesforce.com/${SAMPLE_RECORD}`,
    },
  },
  awake: isAwake,
  read: readRecords(greaterOrEqual(editedAt, input('since'))),
  rows: choose(
    'list',
    ['texts', 'textsAlone', 'flags'].map((name) => [isRead(name), found(name)]),
    found('flagsAlone'),
  ),
  keep: greaterOrEqual(fallback(entries.enteredAt, editedAt), input('oldest')),
  at: fallback(entries.lastChangedAt, editedAt),
  item: {
    id: key,
    event_key: key,
    record_id: id,
    object: input('object'),
    name: namedField('text', 'name_field', 'Name'),
    value,
    delivery_name: input('delivery_name'),
    record_url: concat(note('text', 'instanceUrl'), '/', id),
  },
  starts: {
    query: {
      from: input('object'),
      select: [id, namedField('text', 'name_field', 'Name'), editedAt],
      orderBy: [{ by: editedAt, direction: 'descending' }],
      limit: 300,
    },
    label: namedField('text', 'name_field', 'Name'),
    at: editedAt,
  },
  named: readRecords(isIn(id, input('record_ids'))),
  replay: { inputs, state: { object: 'object', field: 'field', values: 'values' } },
};

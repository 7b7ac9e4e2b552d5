import type { Input, RecordObject } from '../definition.ts';

/** The name that flows share which deliver an event together. */
export function deliveryName(otherwise: string): Input {
  return {
    key: 'delivery_name',
    label: 'Delivery Name',
    help: 'Flows with the same delivery name deliver an event once together, whatever platform they run on. Give a second flow for the same records another name.',
    type: 'text',
    longest: 80,
    default: otherwise,
  };
}

/** The record that a delivery is about; `what` says what it is. */
export function recordIdInput(object: RecordObject, what: string): Input {
  return {
    key: 'record_id',
    label: `${object} ID`,
    help: `${what}: map Record ID of the trigger.`,
    type: 'text',
    required: true,
    recordIdOf: object,
  };
}

/** The key of the event; `promise` says what it makes sure of, `otherwise` what becomes of one that is not told. */
export function eventKeyInput(
  promise: string,
  otherwise = 'it is worked out with one more Salesforce call',
): Input {
  return {
    key: 'event_key',
    label: 'Event Key',
    help: `Map Event Key of the trigger: it makes sure that ${promise}. Left empty, ${otherwise}.`,
    type: 'text',
    longest: 160,
  };
}

/** What is delivered by the room of a deal, and under which key. */
export const deliveryInputs: readonly Input[] = [
  recordIdInput('Opportunity', 'The opportunity that gets the room'),
  eventKeyInput('one win opens one room'),
  {
    key: 'stages',
    label: 'Stages',
    help: 'Map Stages of the trigger: a deal that has left them meanwhile is skipped. Left empty, every stage will do.',
    type: 'list',
    mapped: true,
    source: 'opportunity-stages',
  },
  deliveryName('deal-room'),
];

import type { Input } from '../definition.ts';

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

/** What is delivered, and under which key. */
export const deliveryInputs: readonly Input[] = [
  {
    key: 'record_id',
    label: 'Opportunity ID',
    help: 'The opportunity that gets the room: map Record ID of the trigger.',
    type: 'text',
    required: true,
    recordIdOf: 'Opportunity',
    placeholder: '006…',
  },
  {
    key: 'event_key',
    label: 'Event Key',
    help: 'Map Event Key of the trigger: it makes sure that one win opens one room. Left empty, it is worked out with one more Salesforce call.',
    type: 'text',
    longest: 160,
  },
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

import type { Output } from '../definition.ts';

/** What the delivery of a room returns. */
export const roomOutputs: readonly Output[] = [
  { key: 'outcome', label: 'Outcome', type: 'text' },
  { key: 'already_delivered', label: 'Already Delivered', type: 'boolean' },
  { key: 'event_key', label: 'Event Key', type: 'text' },
  { key: 'record_id', label: 'Record ID', type: 'text' },
  { key: 'channel_id', label: 'Channel ID', type: 'text' },
  { key: 'message_ts', label: 'Message Timestamp', type: 'text' },
  { key: 'members', label: 'Members', type: 'list' },
  { key: 'not_added', label: 'Could Not Add', type: 'list' },
  { key: 'warnings', label: 'Warnings', type: 'list' },
];

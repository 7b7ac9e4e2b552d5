import type { Operation } from './definition.ts';

/** Notices deals that enter a stage. */
export const opportunityEnteredStage: Operation = {
  key: 'opportunity_entered_stage',
  noun: 'Opportunity',
  label: 'Opportunity Entered Stage',
  description: 'Triggers when an opportunity enters a chosen stage, such as Closed Won.',
  inputs: [
    {
      key: 'stages',
      label: 'Stages',
      help: 'The stages that count. A move from one of them to another is no new entry; leaving them and coming back is.',
      type: 'list',
      default: 'Closed Won',
      source: 'opportunity-stages',
      most: 20,
    },
    {
      key: 'delivery_name',
      label: 'Delivery Name',
      help: 'Flows with the same delivery name deliver an entry once together, whatever platform they run on. Give a second flow for the same deals another name.',
      type: 'text',
      default: 'deal-room',
    },
  ],
  outputs: [
    { key: 'id', label: 'ID', type: 'text' },
    { key: 'event_key', label: 'Event Key', type: 'text' },
    { key: 'record_id', label: 'Record ID', type: 'text' },
    { key: 'name', label: 'Opportunity', type: 'text' },
    { key: 'account', label: 'Account', type: 'text' },
    { key: 'stage', label: 'Stage', type: 'text' },
    { key: 'stages', label: 'Stages', type: 'list' },
    { key: 'amount', label: 'Amount', type: 'number' },
    { key: 'close_date', label: 'Close Date', type: 'date' },
    { key: 'owner', label: 'Owner', type: 'text' },
    { key: 'owner_email', label: 'Owner Email', type: 'text' },
    { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
    { key: 'record_url', label: 'Salesforce Link', type: 'text' },
  ],
  sample: {},
};

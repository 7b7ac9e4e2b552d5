import type { CustomObject } from '../salesforce/custom-object.ts';

/** The ledger as the Salesforce package deploys it: ids and states, never names, amounts or texts. */
export const ledgerObject = {
  name: 'Dealwire_Delivery__c',
  label: 'Dealwire Delivery',
  plural: 'Dealwire Deliveries',
  description:
    'What Dealwire delivered to Slack: one row per delivery, room, living message and take-over. Deleting a row lets the delivery happen again.',
  prefix: 'DW',
  rows: 'shared',
  fields: {
    Key__c: {
      type: 'text',
      label: 'Key',
      description:
        'Identifies one delivery or one room. The unique key is what makes a delivery happen once.',
      length: 255,
      required: true,
      unique: true,
    },
    Status__c: {
      type: 'text',
      label: 'Status',
      description:
        'claimed, waiting, unsure, done, attempt for the mark of a take-over, memory for what a trigger has seen.',
      length: 20,
    },
    Holder__c: {
      type: 'text',
      label: 'Holder',
      description: 'The run that holds the delivery.',
      length: 255,
    },
    Attempt__c: { type: 'number', label: 'Attempt', description: 'How often the delivery was taken over.' },
    Delivery__c: {
      type: 'text',
      label: 'Delivery',
      description: 'The delivery name that the flow was given.',
      length: 80,
    },
    Record_Id__c: {
      type: 'text',
      label: 'Record ID',
      description: 'The record that the delivery is about.',
      length: 18,
    },
    Opportunity__c: {
      type: 'text',
      label: 'Opportunity',
      description:
        'The opportunity that a message told of, as a lookup, so that a query can leave out what was told.',
      refersTo: 'Opportunity',
    },
    Organization__c: {
      type: 'text',
      label: 'Organization',
      description: 'The org the row was written in; a refreshed sandbox ignores the rows of production.',
      length: 18,
    },
    Team__c: { type: 'text', label: 'Team', description: 'The Slack workspace.', length: 20 },
    Channel__c: { type: 'text', label: 'Channel', description: 'The Slack channel, by its id.', length: 20 },
    Message__c: {
      type: 'text',
      label: 'Message',
      description: 'The timestamp by which Slack names the message.',
      length: 20,
    },
    Announcement__c: {
      type: 'text',
      label: 'Announcement',
      description:
        'The timestamp of the announcement of a room, or of the message in whose thread this one and its changes are told.',
      length: 20,
    },
    Outcome__c: {
      type: 'text',
      label: 'Outcome',
      description: 'delivered, or why not; for a living message open or closed.',
      length: 40,
    },
    State__c: {
      type: 'text',
      label: 'State',
      description:
        'What a living message last showed, the id of what was written to Salesforce, how an alert stands in a burst, the period in which an opportunity was told, or what a trigger has seen; ids and fingerprints only.',
      length: 255,
    },
    Person__c: {
      type: 'text',
      label: 'Person',
      description: 'Whom the delivery was for, by id.',
      length: 18,
    },
    Idle_Minutes__c: {
      type: 'number',
      label: 'Idle Minutes',
      description: 'Minutes since the row was last written, by the clock of Salesforce.',
      decimals: 2,
      formula: '(NOW() - LastModifiedDate) * 1440',
    },
  },
} as const satisfies CustomObject;

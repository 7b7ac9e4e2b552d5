import type { CustomObject } from '../salesforce/custom-object.ts';

/**
 * Where the triggers of the Salesforce package send the ids of changed records: one row per Zap and scenario that starts
 * at once, written when it is switched on and deleted when it is switched off.
 */
export const subscriptionObject = {
  name: 'Dealwire_Subscription__c',
  label: 'Dealwire Subscription',
  plural: 'Dealwire Subscriptions',
  description:
    'Where Dealwire sends the ids of changed records. Zapier and Make write and delete these rows themselves.',
  prefix: 'DS',
  rows: 'private',
  fields: {
    Url__c: {
      type: 'text',
      label: 'URL',
      description: 'The address that gets the ids.',
      length: 255,
      required: true,
    },
    Object__c: {
      type: 'text',
      label: 'Object',
      description: 'The API name of the object: Opportunity, Case or Lead.',
      length: 80,
      required: true,
    },
    Entry__c: {
      type: 'text',
      label: 'Entry Criteria',
      description:
        'The saves that are told of: a line Field=value for each value that a field may get; empty for records that are created.',
      length: 4000,
    },
    Secret__c: {
      type: 'text',
      label: 'Secret',
      description: 'Sent with the ids, so that the receiver knows who is calling.',
      length: 175,
      secret: true,
    },
  },
} as const satisfies CustomObject;

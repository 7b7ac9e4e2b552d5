import type { World } from './world.ts';

/** Makes a channel the room of a record, as the delivery of a room does. */
export function makeRoom({ salesforce, slack }: World, record: string, channel: string): void {
  const organization = String(salesforce.records('Organization')[0]?.Id);
  salesforce.insert('Dealwire_Delivery__c', {
    Key__c: `room-${record}-${organization}-${slack.teamId}`,
    Status__c: 'done',
    Record_Id__c: record,
    Channel__c: channel,
    Organization__c: organization,
    Team__c: slack.teamId,
  });
}

import { DEMO_DEAL } from '../salesforce/sample-org/opportunity.ts';
import { CHANNELS, PEOPLE } from '../slack/sample-workspace.ts';
import type { World } from '../world.ts';
import type { Demo } from './demo.ts';

/** Makes a channel the room of a record, as the delivery of a room does. */
function makeRoom({ salesforce, slack }: World, record: string, channel: string): void {
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

/** Somebody sends a message of a deal's room to Salesforce. */
export const logToSalesforce: Demo = {
  signal: 'log-to-salesforce',
  chosen: {},
  phases: [
    {
      says: 'Somebody sends a message of the room of a deal to Salesforce.',
      change: (world) => {
        makeRoom(world, DEMO_DEAL, CHANNELS.general);
        return undefined;
      },
      asks: {
        user: PEOPLE.kim.id,
        channel: CHANNELS.general,
        text: 'They want to start in January.',
        by: { shortcut: 'log_to_salesforce' },
      },
    },
  ],
};

import type { World } from '../sandbox/world.ts';

/** Objects whose records people see in Salesforce when a delivery leaves one. */
const WRITTEN = ['FeedItem', 'FeedComment', 'Task'] as const;

/** Everything that deliveries left for people to see, and the deliveries that are not done. */
export interface Visible {
  readonly channels: readonly object[];
  readonly messages: readonly string[];
  readonly records: readonly string[];
  /** Opportunities that a message told of, by period. */
  readonly told: readonly string[];
  readonly openRows: number;
}

/** Looks at what deliveries left in both services, whatever the signal, sorted; places and ids have no part in it. */
export function visible({ slack, salesforce }: World): Visible {
  const plain = (text: unknown) =>
    String(text)
      .replaceAll(salesforce.url, 'https://acme.my.salesforce.com')
      .replace(/\bC0{4,}\d+/g, 'C…');
  const name = new Map(slack.channels().map((channel) => [channel.id, channel.name]));
  return {
    channels: slack
      .channels()
      .filter(({ creator }) => creator === slack.botUserId)
      .map(({ id: _, members, pins, bookmarks, topic, ...channel }) => ({
        name: channel.name,
        topic,
        members: members.toSorted(),
        pins: pins.length,
        bookmarks: bookmarks.length,
      })),
    messages: slack
      .messages()
      .filter(({ user }) => user === slack.botUserId)
      .map(
        ({ channel, text, thread_ts }) =>
          `${name.get(channel) ?? channel}${thread_ts === undefined ? '' : ' (thread)'}: ${plain(text)}`,
      )
      .sort(),
    records: WRITTEN.flatMap((object) =>
      salesforce
        .records(object)
        .map(({ Body, CommentBody, Subject }) => `${object}: ${plain(Body ?? CommentBody ?? Subject)}`),
    ).sort(),
    told: salesforce
      .records('Dealwire_Delivery__c')
      .filter(({ Opportunity__c }) => Opportunity__c !== null)
      .map(({ Opportunity__c, State__c, Person__c }) => `${Opportunity__c} ${State__c} ${Person__c}`)
      .sort(),
    openRows: salesforce
      .records('Dealwire_Delivery__c')
      .filter(({ Status__c }) => Status__c !== 'done' && Status__c !== 'attempt').length,
  };
}

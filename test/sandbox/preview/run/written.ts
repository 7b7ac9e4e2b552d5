import type { World } from '../../world.ts';

/** Objects that Dealwire writes for people to see, with the field that says what. */
const SHOWN = { FeedItem: 'Body', FeedComment: 'CommentBody', Task: 'Subject' } as const;

/** What people call them. */
const NAMES: Readonly<Record<string, string>> = {
  FeedItem: 'Chatter post',
  FeedComment: 'Chatter comment',
  Task: 'Task',
};

/** The ids of what is there already. */
export function idsIn({ salesforce }: World): ReadonlySet<unknown> {
  return new Set(Object.keys(SHOWN).flatMap((object) => salesforce.records(object).map(({ Id }) => Id)));
}

/** What was left in Salesforce since then, a line each: the rows of the ledger, posts and tasks. */
export function writtenSince(before: ReadonlySet<unknown>, { salesforce }: World): readonly string[] {
  const shown = Object.entries(SHOWN).flatMap(([object, field]) =>
    salesforce
      .records(object)
      .filter(({ Id }) => !before.has(Id))
      .map((row) => `${NAMES[object]}: ${String(row[field] ?? '')}`),
  );
  const ledger = salesforce
    .records('Dealwire_Delivery__c')
    .map(
      ({ Key__c, Status__c }) => `Ledger row ${String(Key__c)}${Status__c ? `: ${String(Status__c)}` : ''}`,
    );
  return [...shown, ...ledger];
}

import { and, exists, not, note, type Template } from '../../language/index.ts';
import { input } from '../input.ts';
import { updateRow } from '../ledger-part.ts';
import type { Step } from '../step.ts';
import { postOnce } from './post.ts';

/**
 * Announces in a channel of the user's choice, once the room is there; costs one more Salesforce call, which notes the
 * ts. Only a run that finds the room made can find it announced.
 * A channel the bot cannot post to is noted and stops nothing. A test run announces nothing.
 */
export function announce(message: Readonly<Record<string, Template>>): readonly Step[] {
  const when = and(note('boolean', 'go'), exists(input('announce_channel')), not(note('boolean', 'test')));
  const noted = note('text', 'row.Announcement__c');
  return [
    ...postOnce({
      name: 'announcement',
      when,
      channel: input('announce_channel'),
      noted,
      fresh: note('boolean', 'made'),
      message,
      accept: [
        'channel_not_found',
        'not_in_channel',
        'is_archived',
        'restricted_action',
        'restricted_action_read_only_channel',
      ],
    }),
    {
      name: 'note the announcement',
      when: and(when, not(exists(noted)), exists(note('text', 'announcementTs'))),
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: {
          announcement: updateRow(note('text', 'row.Id'), {
            Announcement__c: note('text', 'announcementTs'),
          }),
        },
      },
    },
  ];
}

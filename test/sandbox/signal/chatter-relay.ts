import { makeRoom } from '../make-room.ts';
import { DEMO_DEAL } from '../salesforce/sample-org/opportunity.ts';
import { ANA } from '../salesforce/sample-org/user.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';

/** Somebody posts in Chatter on a deal that has a room. */
export const chatterRelay: Demo = {
  signal: 'chatter-relay',
  chosen: {},
  phases: [
    {
      says: 'Somebody posts in Chatter on a deal that has a room.',
      change: (world) => {
        makeRoom(world, DEMO_DEAL, CHANNELS.general);
        world.clock.advance(60_000);
        world.salesforce.insert(
          'FeedItem',
          {
            ParentId: DEMO_DEAL,
            Body: '<p>The <b>MSA</b> is signed &amp; filed.</p>',
            IsRichText: true,
          },
          ANA,
        );
        return undefined;
      },
    },
  ],
};

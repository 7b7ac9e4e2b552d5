import { DEAL } from '../crash/deal.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import type { World } from '../sandbox/world.ts';
import type { Scene } from './scene.ts';

/** The ts that the stand-in gives the first message of a world. */
const FIRST = '1795212000.000000';

/** Somebody logs a message to a deal. */
export const messageLog: Scene = {
  name: 'log of a message',
  action: 'log_to_salesforce',
  happens: ({ slack }: World) =>
    void slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'They want to start in January.'),
  inputs: {
    text: 'They want to start in January.',
    message_ts: FIRST,
    channel: CHANNELS.general,
    author_id: PEOPLE.kim.id,
    user: PEOPLE.ana.id,
    record_id: DEAL,
    log_as: 'chatter',
  },
};

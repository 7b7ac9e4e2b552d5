import { makeRoom } from '../sandbox/make-room.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

/** Somebody commented in Chatter on a deal that has a room. */
export const chatterPost: Scene = {
  name: 'Chatter post',
  action: 'relay_chatter_post',
  happens: (world) => makeRoom(world, DEMO_DEAL, CHANNELS.general),
  inputs: { record_id: DEMO_DEAL, post_id: sampleId('0D7', 1301) },
};

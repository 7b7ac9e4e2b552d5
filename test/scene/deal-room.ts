import { DEAL, INPUTS } from '../crash/deal.ts';
import type { Scene } from './scene.ts';

/** A deal is won, and its room has every part that a user can switch on. */
export const dealRoom: Scene = {
  name: 'deal room',
  action: 'open_deal_room',
  happens: ({ salesforce }) => salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' }),
  inputs: INPUTS,
};

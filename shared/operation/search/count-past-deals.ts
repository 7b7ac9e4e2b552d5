import { dealRoom } from '../../signal/deal-room/deal-room.ts';
import { opportunity } from '../../signal/deal-room/fact.ts';
import { filter } from '../../signal/deal-room/filter.ts';
import { opportunityEnteredStage } from '../trigger/opportunity-entered-stage.ts';
import { countPast } from './count-past.ts';

/** Counts the deals that entered a chosen stage lately and are still there. */
export const countPastDeals = countPast({
  key: 'count_past_deals',
  group: 'Deal Rooms',
  label: 'Count Past Deals',
  description:
    'Counts the opportunities that entered a chosen stage in the past days and are still there, in all and by owner: how many rooms there would have been.',
  inputs: opportunityEnteredStage.operation.inputs.filter(({ key }) => key === 'stages'),
  from: dealRoom.object,
  id: opportunity('Id'),
  owner: opportunity('Owner.Name'),
  where: filter,
  sample: {
    fired: 3,
    days: 30,
    busiest_owner: 'Kim Ro',
    busiest_owner_times: 2,
    by_owner: '• Kim Ro: 2\n• Sam Ode: 1',
  },
});

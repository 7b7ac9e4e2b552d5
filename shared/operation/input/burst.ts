import { MOST_ALERTS } from '../../delivery/step/burst.ts';
import type { Input } from '../definition.ts';

/** Whether a channel gets many alerts at once one by one, or most of them in a thread. */
export const burstInputs: readonly Input[] = [
  {
    key: 'burst_limit',
    label: 'Alerts Before a Thread',
    help: 'Once the channel has got so many alerts within the minutes below, the next one starts a thread and those after it stand in that. Left empty, every alert stands by itself. It costs one more Salesforce call an alert, and two for those in the thread.',
    type: 'number',
    least: 1,
    highest: MOST_ALERTS,
  },
  {
    key: 'burst_minutes',
    label: 'Minutes of a Burst',
    help: 'Alerts of so many minutes count together.',
    type: 'number',
    default: '10',
    least: 1,
    highest: 1440,
  },
];

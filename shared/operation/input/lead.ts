import type { Input } from '../definition.ts';

/** Which leads count. */
export const leadInputs: readonly Input[] = [
  {
    key: 'sources',
    label: 'Lead Sources',
    help: 'Leads from these sources count. Left empty, every lead does, also one without a source.',
    type: 'list',
    source: 'lead-sources',
    most: 20,
  },
  {
    key: 'ratings',
    label: 'Ratings',
    help: 'Leads with these ratings count. Left empty, every lead does, also one without a rating.',
    type: 'list',
    source: 'lead-ratings',
    most: 10,
  },
];

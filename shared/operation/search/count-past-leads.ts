import { filter, lead } from '../../signal/new-lead/filter.ts';
import { newLead } from '../../signal/new-lead/new-lead.ts';
import { leadInputs } from '../input/lead.ts';
import { countPast } from './count-past.ts';

/** Counts the leads that were created lately and are not converted yet. */
export const countPastLeads = countPast({
  key: 'count_past_leads',
  group: 'Lead Alerts',
  label: 'Count Past Leads',
  description:
    'Counts the leads that were created in the past days and are not converted yet, in all and by owner: how many alerts there would have been.',
  inputs: leadInputs,
  from: newLead.object,
  id: lead('Id'),
  owner: lead('Owner.Name'),
  where: filter,
  sample: {
    fired: 3,
    days: 30,
    busiest_owner: 'Inbound &lt;Leads&gt; &amp; "Partners"',
    busiest_owner_times: 1,
    by_owner: '• Inbound &lt;Leads&gt; &amp; "Partners": 1\n• Kim Ro: 1\n• Tier 2 Support: 1',
  },
});

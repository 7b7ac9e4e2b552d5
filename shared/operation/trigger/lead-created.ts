import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import type { CompositeCall } from '../../delivery/step.ts';
import {
  and,
  answer,
  type Condition,
  choose,
  concat,
  equal,
  exists,
  isIn,
  join,
  literal,
  note,
} from '../../language/index.ts';
import { filter, lead } from '../../signal/new-lead/filter.ts';
import { input } from '../../signal/new-lead/input.ts';
import { newLead, shownOfLead } from '../../signal/new-lead/new-lead.ts';
import { deliveryName } from '../input/delivery.ts';
import { leadInputs } from '../input/lead.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import { MOST_ROWS, type PollingTrigger } from '../polling-trigger.ts';

/** The lead of the samples. */
export const SAMPLE_LEAD = '00Qxx0000000601EAA';

/** Leads to start from. */
const STARTS = 300;

const key = eventKey(input('delivery_name'), lead('Id'), newLead.stamp);

const inputs = [...leadInputs, deliveryName(newLead.name)];

/** The saves that the push tells of: leads of the sources chosen, or every one that is created. */
const entry = choose(
  'text',
  [[exists(input('sources')), concat('LeadSource=', join(input('sources'), '\nLeadSource='))]],
  literal('text', ''),
);

function readLeads(where: Condition): CompositeCall {
  const leads = read({
    from: newLead.object,
    select: [...shownOfLead, lead('Owner.Type'), lead('CreatedDate')],
    where,
    orderBy: [{ by: lead('CreatedDate'), direction: 'descending' }],
    limit: MOST_ROWS,
  });
  return { to: 'salesforce', allOrNone: false, parts: { leads } };
}

/** Notices leads that are created. */
export const leadCreated: PollingTrigger = {
  operation: {
    key: 'lead_created',
    group: 'Lead Alerts',
    noun: 'Lead',
    label: 'Lead Created',
    description: 'Triggers when a lead is created, from any source or from those chosen.',
    inputs: [...inputs, ...quietHoursInputs],
    rules: quietHoursRules,
    outputs: [
      { key: 'id', label: 'ID', type: 'text' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'name', label: 'Name', type: 'text' },
      { key: 'company', label: 'Company', type: 'text' },
      { key: 'title', label: 'Title', type: 'text' },
      { key: 'source', label: 'Source', type: 'text' },
      { key: 'rating', label: 'Rating', type: 'text' },
      { key: 'status', label: 'Status', type: 'text' },
      { key: 'owner', label: 'Owner', type: 'text' },
      { key: 'owner_type', label: 'Owner Type', type: 'text' },
      { key: 'created_at', label: 'Created', type: 'instant' },
      { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
      { key: 'record_url', label: 'Salesforce Link', type: 'text' },
    ],
    sample: {
      id: `${newLead.name}-${SAMPLE_LEAD}-new`,
      event_key: `${newLead.name}-${SAMPLE_LEAD}-new`,
      record_id: SAMPLE_LEAD,
      name: 'Mia Wong',
      company: 'Umbrella',
      title: 'Head of Labs',
      source: 'Web',
      rating: 'Hot',
      status: 'Open - Not Contacted',
      owner: 'Tier 2 Support',
      owner_type: 'Queue',
      created_at: '2026-11-20T21:55:00.000+0000',
      delivery_name: newLead.name,
      record_url: `https://acme.my.salesforce.com/${SAMPLE_LEAD}`,
    },
  },
  awake: isAwake,
  read: readLeads(filter),
  rows: answer('list', 'leads', 'body', 'records'),
  at: lead('CreatedDate'),
  item: {
    id: key,
    event_key: key,
    record_id: lead('Id'),
    name: lead('Name'),
    company: lead('Company'),
    title: lead('Title'),
    source: lead('LeadSource'),
    rating: lead('Rating'),
    status: lead('Status'),
    owner: lead('Owner.Name'),
    owner_type: lead('Owner.Type'),
    created_at: lead('CreatedDate'),
    delivery_name: input('delivery_name'),
    record_url: concat(note('text', 'instanceUrl'), '/', lead('Id')),
  },
  starts: {
    query: {
      from: newLead.object,
      select: [lead('Id'), lead('Name'), lead('Company'), lead('CreatedDate')],
      where: equal(lead('IsConverted'), false),
      orderBy: [{ by: lead('CreatedDate'), direction: 'descending' }],
      limit: STARTS,
    },
    label: concat(lead('Name'), ', ', lead('Company')),
    at: lead('CreatedDate'),
  },
  named: readLeads(and(isIn(lead('Id'), input('record_ids')), filter)),
  push: { object: 'Lead', inputs, entry },
  missed: {
    key: 'find_missed_leads',
    label: 'Find Missed Leads',
    description: 'Finds leads that were created lately and of which the ledger holds no delivery.',
  },
};

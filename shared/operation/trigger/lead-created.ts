import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import { answer, concat, equal, note } from '../../language/index.ts';
import { filter, lead } from '../../signal/new-lead/filter.ts';
import { input } from '../../signal/new-lead/input.ts';
import { newLead } from '../../signal/new-lead/new-lead.ts';
import { deliveryName } from '../input/delivery.ts';
import { leadInputs } from '../input/lead.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import type { PollingTrigger } from '../polling-trigger.ts';

/** The lead of the samples. */
export const SAMPLE_LEAD = '00Qxx0000000601EAA';

/**
 * Leads found at most, newest first: more than a platform takes at once, few enough for one page of Salesforce's
 * answer.
 */
const LIMIT = 500;
/** Leads to start from. */
const STARTS = 300;

const key = eventKey(input('delivery_name'), lead('Id'), newLead.stamp);

/** Notices leads that are created. */
export const leadCreated: PollingTrigger = {
  operation: {
    key: 'lead_created',
    group: 'Lead Alerts',
    noun: 'Lead',
    label: 'Lead Created',
    description: 'Triggers when a lead is created, from any source or from those chosen.',
    inputs: [...leadInputs, deliveryName(newLead.name), ...quietHoursInputs],
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
  read: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      leads: read({
        from: newLead.object,
        select: [
          lead('Id'),
          lead('Name'),
          lead('Company'),
          lead('Title'),
          lead('LeadSource'),
          lead('Rating'),
          lead('Status'),
          lead('Owner.Name'),
          lead('Owner.Type'),
          lead('CreatedDate'),
        ],
        where: filter,
        orderBy: [{ by: lead('CreatedDate'), direction: 'descending' }],
        limit: LIMIT,
      }),
    },
  },
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
};

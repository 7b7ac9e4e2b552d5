import {
  and,
  choose,
  type Expression,
  equal,
  fieldsOf,
  inQuery,
  itemAt,
  literal,
  note,
  property,
  type Query,
} from '../../language/index.ts';
import { extraFieldsQuery } from '../extra-field.ts';
import { Lead } from '../object/lead.ts';
import { User } from '../object/user.ts';
import type { Place, Signal } from '../signal.ts';
import { alert } from './card.ts';
import { facts } from './fact.ts';
import { filter, lead } from './filter.ts';
import { input } from './input.ts';

const user = fieldsOf(User);
const isTheLead = equal(lead('Id'), input('record_id'));
const extra = itemAt('text', note('list', 'extra'), 0);

/** A lead was created: tell a channel, or its owner. */
export const newLead: Signal = {
  name: 'new-lead',
  label: 'New Lead',
  description: 'A lead was created, from any source or from those chosen.',
  object: Lead.name,
  filter,
  stamp: literal('text', 'new'),
  facts,
  card: (place) => alert(place, extra),
};

/** What is read of a lead to show it. */
export const shownOfLead = [
  lead('Id'),
  lead('Name'),
  lead('Company'),
  lead('Title'),
  lead('LeadSource'),
  lead('Rating'),
  lead('Status'),
  lead('Owner.Name'),
];

/** Reads what the alert shows of the lead. */
const factsQuery: Query = {
  from: Lead.name,
  select: [...shownOfLead, lead('IsConverted')],
  where: isTheLead,
  limit: 1,
};

/** Reads the owner when it is a user who can be written to: an address cannot be read through a lookup to users and queues. */
const ownerQuery: Query = {
  from: User.name,
  select: [user('Email')],
  where: and(
    equal(user('IsActive'), true),
    inQuery(user('Id'), { from: Lead.name, select: lead('OwnerId'), where: isTheLead }),
  ),
  limit: 1,
};

/** The address of the owner, when the alert goes to them and they are a user. */
const ownerEmail: Expression<'text'> = choose(
  'text',
  [[input('to_owner'), property('text', itemAt('text', note('list', 'owner'), 0), literal('text', 'Email'))]],
  literal('text', null),
);

/** Everything the delivery of the alert needs. */
export function leadAlertPlan(place: Place) {
  return {
    name: newLead.name,
    reads: {
      facts: factsQuery,
      extras: { owner: ownerQuery, extra: extraFieldsQuery(Lead.name) },
      extraLabels: { owner: 'Owner', extra: 'Extra Fields' },
    },
    left: lead('IsConverted'),
    person: ownerEmail,
    message: { ...newLead.card(place) },
  };
}

import { and, greaterOrEqual, parametersOf } from '../language/index.ts';
import { leadCreated } from '../operation/trigger/lead-created.ts';
import { chosen, filter, lead } from '../signal/new-lead/filter.ts';
import { newLead } from '../signal/new-lead/new-lead.ts';
import { asList } from '../target/js/value.ts';
import type { Past } from './past.ts';

const input = parametersOf({ since: 'instant' });

/** Leads were created, also those that are converted by now. */
export const pastLeads: Past = {
  signal: newLead.name,
  inputs: leadCreated.push?.inputs ?? leadCreated.operation.inputs,
  records: {
    from: newLead.object,
    select: [
      lead('Id'),
      lead('Owner.Name'),
      lead('LeadSource'),
      lead('Rating'),
      lead('IsConverted'),
      lead('CreatedDate'),
    ],
    where: and(greaterOrEqual(lead('CreatedDate'), input('since')), ...chosen),
    orderBy: [{ by: lead('CreatedDate'), direction: 'descending' }],
  },
  momentsOf: (found) => [
    { at: String(found.CreatedDate), record: { ...found, IsConverted: false }, changes: [] },
  ],
  fires: filter,
  key: leadCreated.item.id as Past['key'],
  limits: ({ sources, ratings }) =>
    asList(sources).length + asList(ratings).length === 0
      ? []
      : ['Lead source and rating count as they are today; what they were at first is not known.'],
};

import { shown } from '../../card/text.ts';
import { dateToken, earliest, equal, fallback, note, pluck, type Query, word } from '../../language/index.ts';
import { and } from '../../language/node/and.ts';
import { fieldsOf } from '../../language/node/field.ts';
import { CaseMilestone } from '../object/case-milestone.ts';
import { caseField } from './filter.ts';
import { input } from './input.ts';

/** The longest subject and name shown, in characters after escaping. */
const SUBJECT_LENGTH = 300;
const NAME_LENGTH = 250;
/** Open milestones looked at. */
const MILESTONES = 20;

const milestone = fieldsOf(CaseMilestone);

/** Reads the open milestones of the case; its own query, since many orgs have none. */
export const milestonesQuery: Query = {
  from: CaseMilestone.name,
  select: [milestone('TargetDate')],
  where: and(equal(milestone('CaseId'), input('record_id')), equal(milestone('IsCompleted'), false)),
  limit: MILESTONES,
};

/** When the SLA is breached: at the next open milestone, else at the end of the entitlement process. */
const slaBreach = fallback(
  earliest(pluck(note('list', 'milestones'), 'TargetDate')),
  note('instant', 'slaExit'),
);

/** What the alert of a case says. */
export const facts = {
  number: shown(caseField('CaseNumber'), 30),
  subject: shown(caseField('Subject'), SUBJECT_LENGTH),
  account: shown(caseField('Account.Name'), NAME_LENGTH),
  owner: shown(caseField('Owner.Name'), NAME_LENGTH),
  priority: shown(caseField('Priority'), 80),
  status: shown(caseField('Status'), 80),
  slaBreach: fallback(dateToken(slaBreach, 'date-time'), word('noSla')),
} as const;

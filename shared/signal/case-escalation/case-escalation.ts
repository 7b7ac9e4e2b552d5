import {
  answer,
  concat,
  type Expression,
  equal,
  itemAt,
  not,
  note,
  type Query,
} from '../../language/index.ts';
import { extraFieldsQuery } from '../extra-field.ts';
import { Case } from '../object/case.ts';
import { type AlertPlace, alert, changeLine } from './card.ts';
import { milestonesQuery } from './fact.ts';
import { caseField, isEscalated } from './filter.ts';
import { input } from './input.ts';
import { changedLines, state } from './state.ts';

/** Also the default delivery name. */
export const CASE_ESCALATION = 'case-escalation';

const extra = itemAt('text', note('list', 'extra'), 0);

/** What is read of a case to show it. */
export const shownOfCase = [
  caseField('Id'),
  caseField('CaseNumber'),
  caseField('Subject'),
  caseField('Priority'),
  caseField('Status'),
  caseField('IsEscalated'),
  caseField('IsClosed'),
  caseField('OwnerId'),
  caseField('Owner.Name'),
  caseField('Account.Name'),
];

/** Reads what the alert shows of the case. */
const factsQuery: Query = {
  from: Case.name,
  select: shownOfCase,
  where: equal(caseField('Id'), input('record_id')),
  limit: 1,
};

/** Everything the delivery of the alert needs; `apiPath` is where records are read by id. */
export function caseAlertPlan(place: AlertPlace, apiPath: string) {
  return {
    name: CASE_ESCALATION,
    reads: {
      facts: factsQuery,
      extras: { milestones: milestonesQuery, extra: extraFieldsQuery(Case.name) },
      extraLabels: { extra: 'Extra Fields' },
    },
    /** Exists with entitlement management only, so it is read apart. */
    slaExit: {
      path: concat(
        `${apiPath}/sobjects/${Case.name}/`,
        input('record_id'),
        '?fields=SlaExitDate',
      ) as Expression<'text'>,
      note: answer('instant', 'slaExit', 'body', 'SlaExitDate'),
    },
    left: not(isEscalated),
    message: { ...alert(place, extra) },
    living: {
      state,
      line: changedLines,
      thread: { ...changeLine },
      ends: caseField('IsClosed'),
    },
  };
}

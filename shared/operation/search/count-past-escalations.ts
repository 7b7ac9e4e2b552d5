import { read } from '../../delivery/ledger-part.ts';
import {
  and,
  answer,
  choose,
  collect,
  equal,
  exists,
  fallback,
  fieldsOf,
  greaterOrEqual,
  inQuery,
  isIn,
  literal,
  or,
} from '../../language/index.ts';
import { caseField } from '../../signal/case-escalation/filter.ts';
import { input } from '../../signal/case-escalation/input.ts';
import { Case } from '../../signal/object/case.ts';
import { CaseHistory } from '../../signal/object/case-history.ts';
import { escalationInputs } from '../input/case.ts';
import { countPast } from './count-past.ts';

const change = fieldsOf(CaseHistory);
const isFlagged = choose('boolean', [[input('escalated'), equal(caseField('IsEscalated'), true)]], false);
const hasPriority = choose(
  'boolean',
  [[exists(input('priorities')), isIn(caseField('Priority'), input('priorities'))]],
  false,
);

/** The fields whose changes bring a case into the state; none has an empty name. */
const fields = fallback(
  collect([
    { when: input('escalated'), value: literal('text', 'IsEscalated') },
    { when: exists(input('priorities')), value: literal('text', 'Priority') },
  ]),
  literal('list', ['-']),
);

/** Counts the open cases that were escalated lately and still are, by the history of what escalates them. */
export const countPastEscalations = countPast({
  key: 'count_past_escalations',
  group: 'Case Alerts',
  label: 'Count Past Escalations',
  description:
    'Counts the open cases that were escalated or got a chosen priority in the past days and still are so, in all and by owner: how many alerts there would have been at least.',
  inputs: escalationInputs,
  sample: {
    fired: 1,
    days: 30,
    busiest_owner: 'Bo 🚀 Berg',
    busiest_owner_times: 1,
    by_owner: '• Bo 🚀 Berg: 1',
  },
  from: Case.name,
  id: caseField('Id'),
  owner: caseField('Owner.Name'),
  where: and(
    equal(caseField('IsClosed'), false),
    or(isFlagged, hasPriority),
    inQuery(caseField('Id'), {
      from: CaseHistory.name,
      select: change('CaseId'),
      where: and(isIn(change('Field'), fields), greaterOrEqual(change('CreatedDate'), input('since'))),
    }),
  ),
  needs: {
    parts: {
      history: read({
        from: CaseHistory.name,
        select: [change('Id')],
        where: isIn(change('Field'), ['IsEscalated', 'Priority']),
        limit: 1,
      }),
    },
    fail: [
      {
        when: equal(answer('number', 'history', 'body', 'totalSize'), 0),
        as: {
          input: 'Escalated Cases',
          reason:
            'the org keeps no history of Escalated and Priority, so nobody can tell when a case was escalated',
          fix: 'Track both fields (Setup > Object Manager > Case > Fields > Set History Tracking) and count again later.',
        },
      },
    ],
  },
});

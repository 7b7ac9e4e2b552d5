import {
  and,
  answer,
  concat,
  type Expression,
  exists,
  less,
  literal,
  note,
  numberText,
} from '../../language/index.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import type { SetUpCheck } from '../check.ts';
import { remedies } from '../remedy.ts';

/** Whether the org's API allowance lasts for what polling takes; `calls` is what that is in 24 hours. */
export function allowance(calls: Expression<'number'>): SetUpCheck {
  const max = note('number', 'callsMax');
  const left = note('number', 'callsLeft');
  return {
    name: 'allowance',
    question: 'Does the org’s API allowance last for the polls of a day?',
    asks: [
      {
        name: 'limits',
        read: { method: 'GET', path: `${API_PATH}/limits`, accept: 'any' },
        notes: {
          callsMax: answer('number', 'limits', 'body', 'DailyApiRequests', 'Max'),
          callsLeft: answer('number', 'limits', 'body', 'DailyApiRequests', 'Remaining'),
        },
      },
    ],
    finds: [
      {
        when: and(exists(left), less(left, calls)),
        weight: 'problem',
        says: concat(
          'Polling takes ',
          numberText(calls),
          ' API calls in 24 hours; of the org’s ',
          numberText(max),
          ' only ',
          numberText(left),
          ' are left.',
        ),
        fix: literal('text', remedies.allowance),
      },
    ],
  };
}

import {
  and,
  choose,
  concat,
  dateText,
  type Expression,
  equal,
  exists,
  fieldsOf,
  inFiscal,
  note,
  type Query,
  truncate,
  word,
} from '../../language/index.ts';
import { Period } from '../object/period.ts';

const period = fieldsOf(Period);

/** Reads the current fiscal quarter, noted as `period`, by the very literal that the deals are filtered by. */
export const periodQuery: Query = {
  from: Period.name,
  select: [period('Number'), period('StartDate'), period('EndDate'), period('FullyQualifiedLabel')],
  where: and(equal(period('Type'), 'Quarter'), inFiscal(period('StartDate'), 'quarter')),
  limit: 1,
};

const number = note('number', 'period.Number');

/** The first and last day of the quarter, missing in an org that keeps no periods. */
export const quarterStart = note('date', 'period.StartDate');
export const quarterEnd = note('date', 'period.EndDate');

/** What the org calls the quarter, not escaped. */
export const quarterName: Expression<'text'> = choose(
  'text',
  [
    [
      exists(note('text', 'period.FullyQualifiedLabel')),
      truncate(note('text', 'period.FullyQualifiedLabel'), 60),
    ],
    [exists(number), truncate(concat('Q', number), 10)],
  ],
  word('thisQuarter'),
);

/** The days of the quarter in words. */
export const quarterDays: Expression<'text'> = choose(
  'text',
  [[exists(quarterStart), concat(dateText(quarterStart), ' – ', dateText(quarterEnd))]],
  word('thisQuarter'),
);

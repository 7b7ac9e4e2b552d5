import type { Before } from '../automation.ts';

/** Numbers a case, and closes it with its status. */
export const caseBefore: Before = (org, before, row) => {
  if (before === undefined) row.CaseNumber ??= String(org.nextNumber('case number')).padStart(8, '0');
  row.IsClosed = row.Status === 'Closed';
  if (row.IsClosed && before?.IsClosed !== true) row.ClosedDate = org.nowText();
  if (!row.IsClosed) row.ClosedDate = null;
  const contact =
    typeof row.ContactId === 'string' ? org.store.table('Contact').get(row.ContactId) : undefined;
  row.ContactEmail = contact?.Email ?? null;
};

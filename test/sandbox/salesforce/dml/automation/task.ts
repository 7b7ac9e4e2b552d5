import { badRequest } from '../../error.ts';
import type { Org } from '../../org.ts';
import type { Row, Value } from '../../schema/type.ts';
import { sobjectOfId } from '../../visible.ts';
import type { After, Before } from '../automation.ts';

/** Whether the task is closed follows from its status. Throws for a lead together with a record it is about. */
export const taskBefore: Before = (org, before, row) => {
  refuseLeadWithRecord(org, row);
  const [status] = org.store.table('TaskStatus').having('ApiName', row.Status ?? null);
  row.IsClosed = status?.IsClosed === true;
  if (row.IsClosed && before?.IsClosed !== true) row.CompletedDateTime = org.nowText();
  if (!row.IsClosed) row.CompletedDateTime = null;
  const what = typeof row.WhatId === 'string' ? row.WhatId : '';
  row.AccountId = sobjectOfId(org, what, ['Account']) === undefined ? accountOf(org, what) : what;
};

/** Throws for a lead together with a record it is about. */
export const eventBefore: Before = (org, _before, row) => refuseLeadWithRecord(org, row);

/** A closed task moves the last activity of what it is about. */
export const taskAfter: After = (org, _author, _before, row) => {
  if (row.IsClosed === true) moveLastActivity(org, [row.WhatId, row.WhoId], row.ActivityDate);
};

/** A meeting moves the last activity, ahead of today too. */
export const eventAfter: After = (org, _author, _before, row) => {
  moveLastActivity(org, [row.WhatId, row.WhoId], row.ActivityDate);
};

/** An activity with a lead is about that lead and nothing else. */
function refuseLeadWithRecord(org: Org, { WhoId, WhatId }: Row): void {
  if (typeof WhoId !== 'string' || typeof WhatId !== 'string') return;
  if (sobjectOfId(org, WhoId, ['Lead']) === undefined) return;
  throw badRequest('FIELD_INTEGRITY_EXCEPTION', 'Related To ID: must be empty when Name ID is a lead', [
    'WhatId',
    'WhoId',
  ]);
}

function accountOf(org: Org, id: string): Value {
  const sobject = sobjectOfId(org, id, ['Opportunity', 'Case', 'Contract']);
  return sobject === undefined ? null : (org.store.table(sobject.name).get(id)?.AccountId ?? null);
}

function moveLastActivity(org: Org, ids: readonly (Value | undefined)[], day: Value | undefined): void {
  if (typeof day !== 'string') return;
  for (const id of ids) {
    if (typeof id !== 'string') continue;
    const sobject = sobjectOfId(org, id, ['Account', 'Opportunity', 'Contract', 'Contact', 'Lead']);
    const row = sobject === undefined ? undefined : org.store.table(sobject.name).get(id);
    if (sobject === undefined || row === undefined) continue;
    if (typeof row.LastActivityDate === 'string' && row.LastActivityDate >= day) continue;
    org.store.put(sobject.name, { ...row, LastActivityDate: day, SystemModstamp: org.nowText() });
  }
}

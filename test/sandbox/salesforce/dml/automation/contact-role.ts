import type { After } from '../automation.ts';

/** One contact role of an opportunity at most is primary: the one made primary last. */
export const contactRoleAfter: After = (org, _author, _before, row) => {
  if (row.IsPrimary !== true) return;
  const table = org.store.table('OpportunityContactRole');
  for (const other of table.having('OpportunityId', row.OpportunityId ?? null))
    if (other.Id !== row.Id && other.IsPrimary === true)
      org.store.put('OpportunityContactRole', { ...other, IsPrimary: false });
};

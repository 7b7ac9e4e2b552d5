import type { Org } from '../../org.ts';
import { opportunityContactRole } from '../../schema/opportunity-contact-role.ts';
import type { Row } from '../../schema/type.ts';
import type { Author } from '../author.ts';
import type { After } from '../automation.ts';
import { noteChange } from '../change.ts';

/** One contact role of an opportunity at most is primary: the one made primary last. */
export const contactRoleAfter: After = (org, author, _before, row) => {
  if (row.IsPrimary !== true) return;
  const table = org.store.table('OpportunityContactRole');
  for (const other of table.having('OpportunityId', row.OpportunityId ?? null))
    if (other.Id !== row.Id && other.IsPrimary === true) demote(org, author, other);
};

function demote(org: Org, author: Author, before: Row): void {
  const now = org.nowText();
  const row: Row = {
    ...before,
    IsPrimary: false,
    LastModifiedDate: now,
    LastModifiedById: author.userId,
    SystemModstamp: now,
  };
  org.store.put('OpportunityContactRole', row);
  noteChange(org, author, opportunityContactRole, { before, row });
}

import type { Org } from '../org.ts';
import type { Row } from '../schema/type.ts';
import type { Author } from './author.ts';

/** The history row of an opportunity's creation or change: the values after it, and the amount and close date before. */
export function historyRow(org: Org, author: Author, before: Row | undefined, row: Row): Row {
  return {
    Id: org.nextId('008'),
    IsDeleted: false,
    OpportunityId: row.Id ?? null,
    CreatedDate: row.LastModifiedDate ?? null,
    CreatedById: author.userId,
    SystemModstamp: row.LastModifiedDate ?? null,
    StageName: row.StageName ?? null,
    Amount: row.Amount ?? null,
    PrevAmount: before?.Amount ?? null,
    ExpectedRevenue: row.ExpectedRevenue ?? null,
    CloseDate: row.CloseDate ?? null,
    PrevCloseDate: before?.CloseDate ?? null,
    Probability: row.Probability ?? null,
    ForecastCategory: row.ForecastCategory ?? null,
  };
}

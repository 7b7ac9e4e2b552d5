import { personIn } from './dml/author.ts';
import { blankRow, newRow } from './dml/insert.ts';
import { historyRow } from './dml/opportunity-history.ts';
import { fiscalObjects, fiscalTable } from './fiscal-calendar.ts';
import type { Org } from './org.ts';
import { customFiscalYears, customPeriods } from './sample-org/custom-fiscal-year.ts';
import { sobjects } from './schema/index.ts';
import { fiscalYearSettings, period } from './schema/period.ts';
import type { Row, Sobject, Value } from './schema/type.ts';

/** Records to start with, by object; what a record leaves out is derived or defaulted. */
export type Seed = Readonly<Record<string, readonly Row[]>>;

/** Fills an empty org. Opportunities without history rows get the ones their dates imply. Throws for an unknown object or field. */
export function plant(org: Org, seed: Seed, userId: string): void {
  for (const name of Object.keys(seed))
    if (!sobjects.some((sobject) => sobject.name === name))
      throw new Error(`The seed names an unknown object: ${name}`);
  for (const sobject of sobjects) {
    const isFiscal = fiscalObjects.includes(sobject.name);
    const table = isFiscal ? fiscalTable(sobject.name, false) : sobject.name;
    plantRecords(org, sobject, seed[sobject.name] ?? [], userId, table);
  }
  plantRecords(org, fiscalYearSettings, customFiscalYears, userId, fiscalTable('FiscalYearSettings', true));
  plantRecords(org, period, customPeriods, userId, fiscalTable('Period', true));
  const history = org.store.table('OpportunityHistory');
  for (const opportunity of org.store.table('Opportunity').all())
    if (history.having('OpportunityId', opportunity.Id ?? null).length === 0)
      plantHistory(org, opportunity, userId);
}

function plantRecords(
  org: Org,
  sobject: Sobject,
  records: readonly Row[],
  userId: string,
  table: string,
): void {
  const blank = blankRow(org, personIn(userId), sobject);
  const known = new Set(sobject.fields.map(({ name }) => name));
  for (const values of records) {
    const unknown = Object.keys(values).find((name) => !known.has(name));
    if (unknown !== undefined) throw new Error(`The seed names an unknown field: ${sobject.name}.${unknown}`);
    const row: Record<string, Value> = { ...newRow(org, sobject, blank, values) };
    const touched = values.LastModifiedDate ?? values.CreatedDate ?? row.CreatedDate ?? null;
    if (known.has('LastModifiedDate')) row.LastModifiedDate = touched;
    if (known.has('SystemModstamp')) row.SystemModstamp = touched;
    org.store.put(table, Object.assign(row, values));
  }
}

/** A row for the creation, in the first stage if the stage changed since, and one for that change. */
function plantHistory(org: Org, opportunity: Row, userId: string): void {
  const { CreatedDate = null, LastStageChangeDate = null } = opportunity;
  const author = personIn(userId);
  const put = (row: Row, at: Row[string]) =>
    org.store.put('OpportunityHistory', {
      ...historyRow(org, author, undefined, row),
      CreatedDate: at,
      SystemModstamp: at,
    });
  if (LastStageChangeDate === null) {
    put(opportunity, CreatedDate);
    return;
  }
  const [first] = org.store.table('OpportunityStage').having('SortOrder', 1);
  put(
    {
      ...opportunity,
      StageName: first?.ApiName ?? null,
      Probability: first?.DefaultProbability ?? null,
    },
    CreatedDate,
  );
  put(opportunity, LastStageChangeDate);
}

import type { Before } from '../automation.ts';

/** Numbers a contract, and ends it when its term is over. */
export const contractBefore: Before = (org, before, row) => {
  if (before === undefined) row.ContractNumber ??= String(org.nextNumber('contract number')).padStart(8, '0');
  if (row.StartDate === null || row.ContractTerm === null) return;
  const end = new Date(`${row.StartDate}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + Number(row.ContractTerm));
  end.setUTCDate(end.getUTCDate() - 1);
  row.EndDate = end.toISOString().slice(0, 10);
};

import type { Before } from '../automation.ts';

/** The auto number of the ledger's Name. */
export const ledgerBefore: Before = (org, before, row) => {
  if (before === undefined) row.Name = `DW-${String(org.nextNumber('ledger name')).padStart(6, '0')}`;
};

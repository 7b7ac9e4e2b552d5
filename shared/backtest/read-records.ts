import { read } from '../delivery/ledger-part.ts';
import { MissingFieldError, MissingObjectError, SalesforceRefusedError } from '../error.ts';
import type { Query } from '../language/index.ts';
import { allRows } from '../operation/all-pages.ts';
import type { Salesforce } from '../salesforce/client.ts';
import { compileValue } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import type { Past, Row } from './past.ts';

/** Records that a backtest reads at most, the newest first. */
export const MOST_RECORDS = 10_000;
/** Rows of the history of one record that it reads at most, which is what Salesforce answers with the record. */
export const MOST_CHANGES = 200;

/** What a backtest counts by. */
export interface Found {
  readonly records: readonly Row[];
  /** Where the org keeps none, every record counts as it is now. */
  readonly hasHistory: boolean;
}

/** Reads the records of a past, with their histories where they can be read. Throws the errors of `shared/error.ts`. */
export async function readRecords(
  { records, history }: Past,
  salesforce: Salesforce,
  scope: Scope,
): Promise<Found> {
  const rowsOf = async (query: Query) => (await allRows(salesforce, pathOf(query, scope))) as readonly Row[];
  const wanted = { ...records, limit: MOST_RECORDS };
  if (history === undefined) return { records: await rowsOf(wanted), hasHistory: true };
  try {
    const isKept = history.probe === undefined || (await rowsOf(history.probe)).length > 0;
    if (isKept) return { records: await rowsOf({ ...wanted, children: [history.whole] }), hasHistory: true };
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  return { records: await rowsOf(wanted), hasHistory: false };
}

function pathOf(query: Query, scope: Scope): string {
  const { path } = read(query);
  return typeof path === 'string' ? path : String(compileValue(path)(scope));
}

/** What the connected user may not read, or the org does not have; the records alone may still be readable. */
function isRefused(error: unknown): boolean {
  return (
    error instanceof MissingFieldError ||
    error instanceof MissingObjectError ||
    error instanceof SalesforceRefusedError
  );
}

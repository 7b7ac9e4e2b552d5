/** Rows by the text in one of their fields, in their order. */
export function groupedBy<R extends Readonly<Record<string, unknown>>>(
  rows: readonly R[],
  field: string,
): ReadonlyMap<string, readonly R[]> {
  return Map.groupBy(rows, (row) => String(row[field]));
}

/** The number, 1 to 4, of the fiscal quarter a day such as 2026-11-20 lies in; `startMonth` is 1 for January. */
export function fiscalQuarterOf(day: string, startMonth: number): number {
  return Math.floor(monthsIntoYear(day, startMonth) / 3) + 1;
}

/** The fiscal year a day lies in, named after the calendar year it ends in. */
export function fiscalYearOf(day: string, startMonth: number): number {
  const year = Number(day.slice(0, 4));
  if (startMonth === 1) return year;
  return Number(day.slice(5, 7)) >= startMonth ? year + 1 : year;
}

/** How many months of its fiscal year have ended before a day's month. */
export function monthsIntoYear(day: string, startMonth: number): number {
  return (Number(day.slice(5, 7)) - startMonth + 12) % 12;
}

import { LOOK_BACK_DAYS } from '../shared/operation/trigger-rows.ts';

/** IML for a date as Salesforce takes an instant. */
export function instant(date: string): string {
  return `formatDate(${date}, 'YYYY-MM-DDTHH:mm:ss.SSS', 'UTC') + 'Z'`;
}

/** IML for the time up to which something is news. */
export const daysAgo = `addHours(now, 0 - ${LOOK_BACK_DAYS * 24})`;

/** The instant that lies as many days back as a checked number input says. */
export function daysBack(input: string): string {
  return `{{${instant(`addHours(now, 0 - 24 * temp.given.${input})`)}}}`;
}

import { DateTime } from 'luxon';
import type { ZapNode } from './zap-export.ts';

/**
 * The next time a Schedule trigger fires strictly after an instant; both in epoch milliseconds. Hours and days are those
 * of `timezone`.
 */
export function nextFiring(node: ZapNode, timezone: string, after: number): number {
  const { weekends, moh, hod, dow } = node.params as Readonly<Record<string, string | string[]>>;
  const start = DateTime.fromMillis(after, { zone: timezone }).startOf('minute');
  const hourly = node.action === 'everyHour';
  const time = DateTime.fromFormat(String(hod ?? '12:00 AM'), 'h:mm a', { locale: 'en-US' });
  const first = hourly
    ? start.set({ minute: Number(moh) })
    : start.set({ hour: time.hour, minute: time.minute });
  const days = hourly || node.action === 'everyDay' ? workingDays(weekends === 'no') : [dow].flat();
  let candidate = first;
  for (let step = 1; candidate.toMillis() <= after || !days.includes(String(candidate.weekday % 7)); step++)
    candidate = first.plus(hourly ? { hours: step } : { days: step });
  return candidate.toMillis();
}

/**
 * What a Schedule trigger puts out. Only `id` is certain, the local time with its offset; other fields of Zapier's own
 * are not documented, so a Zap that maps one is refused.
 */
export function scheduleItem(firing: number, timezone: string): { readonly id: string } {
  return {
    id: DateTime.fromMillis(firing, { zone: timezone }).toISO({ suppressMilliseconds: true }) ?? '',
  };
}

/** 0 is Sunday. */
function workingDays(only: boolean): readonly string[] {
  return only ? ['1', '2', '3', '4', '5'] : ['0', '1', '2', '3', '4', '5', '6'];
}

import { describe, expect, it } from '@jest/globals';
import { zapOf } from './fixture/zap.ts';
import { nextFiring, scheduleItem } from './schedule.ts';

/** The next firings, as local times. */
function firings(action: string, params: Record<string, unknown>, from: string, count: number, zone: string) {
  const { nodes } = zapOf({ type_of: 'read', selected_api: 'ScheduleCLIAPI@1.7.0', action, params });
  const node = nodes['1'];
  if (node === undefined) throw new Error('no trigger');
  const found: string[] = [];
  let at = Date.parse(from);
  for (let index = 0; index < count; index++) {
    at = nextFiring(node, zone, at);
    found.push(scheduleItem(at, zone).id);
  }
  return found;
}

describe('a Schedule trigger', () => {
  it('fires every day at its local hour, over the change to summer time too', () => {
    expect(
      firings('everyDay', { hod: '9:00 AM', weekends: 'yes' }, '2026-03-28T08:00:00Z', 2, 'Europe/Berlin'),
    ).toEqual(['2026-03-29T09:00:00+02:00', '2026-03-30T09:00:00+02:00']);
  });

  it('leaves weekends out when told', () => {
    expect(
      firings('everyDay', { hod: '12:30 PM', weekends: 'no' }, '2026-11-20T18:00:00Z', 1, 'America/New_York'),
    ).toEqual(['2026-11-23T12:30:00-05:00']);
  });

  it('fires every hour at its minute', () => {
    expect(firings('everyHour', { moh: '15', weekends: 'yes' }, '2026-11-20T22:15:00Z', 2, 'UTC')).toEqual([
      '2026-11-20T23:15:00Z',
      '2026-11-21T00:15:00Z',
    ]);
  });

  it('fires on each of its weekdays, of which 0 is Sunday', () => {
    expect(
      firings('everyWeek', { dow: ['0', '3'], hod: '12:00 AM' }, '2026-11-20T22:00:00Z', 3, 'Asia/Kolkata'),
    ).toEqual(['2026-11-22T00:00:00+05:30', '2026-11-25T00:00:00+05:30', '2026-11-29T00:00:00+05:30']);
  });
});

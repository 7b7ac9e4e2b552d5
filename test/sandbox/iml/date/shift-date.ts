import type { DateTime, DurationLikeObject } from 'luxon';
import { refuse } from '../refuse.ts';
import { atWallTime, wallTime } from './zone.ts';

/** Moves what clocks in `zone` show by calendar units; refused where a day would not exist or the clocks change. */
export function shiftWallTime(date: Date, zone: string, by: (wall: DateTime) => DurationLikeObject): Date {
  const wall = wallTime(date, zone);
  const duration = by(wall);
  const moved = wall.plus(duration);
  if (!moved.isValid) return refuse('year-range', 'the result');
  const keepsDay = 'months' in duration || 'years' in duration;
  if (keepsDay && moved.day !== wall.day) refuse('month-end', wall.toFormat('yyyy-MM-dd'));
  return moved.toMillis() === wall.toMillis() ? date : atWallTime(moved, zone);
}

/** Adds calendar units; refused where adding in `zone` and in UTC differ, as it is open which one Make does. */
export function addCalendarUnits(date: Date, zone: string, duration: DurationLikeObject): Date {
  const inZone = shiftWallTime(date, zone, () => duration);
  const inUtc = shiftWallTime(date, 'UTC', () => duration);
  return inZone.getTime() === inUtc.getTime() ? inZone : refuse('add-across-clock-change', zone);
}

import { type DateTime, type DurationLikeObject, Info } from 'luxon';
import { DEFAULT_FORMAT, formatDate } from '../date/format-date.ts';
import { parseDate } from '../date/parse-date.ts';
import { addCalendarUnits, shiftWallTime } from '../date/shift-date.ts';
import { refuse } from '../refuse.ts';
import { define, optional, type Parameter, refused } from './define.ts';
import { date, filledText, integer } from './parameter.ts';

const MONTHS = Info.months('long', { locale: 'en-US' });
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Dates. The zone is the scenario's unless given; setters keep the wall time and roll over. */
export const DATE = [
  define(
    'formatDate',
    [date('date'), optional(filledText('format')), optional(filledText('time zone'))],
    (scope, value, format, zone) =>
      formatDate(value, format ?? DEFAULT_FORMAT, zone ?? scope.environment.timezone),
  ),
  define(
    'parseDate',
    [filledText('text'), optional(filledText('format')), optional(filledText('time zone'))],
    (scope, value, format, zone) => parseDate(value, format, zone ?? scope.environment.timezone),
  ),
  adder('addSeconds', 1000),
  adder('addMinutes', 60_000),
  adder('addHours', 3_600_000),
  calendarAdder('addDays', (amount) => ({ days: amount })),
  calendarAdder('addMonths', (amount) => ({ months: amount })),
  calendarAdder('addYears', (amount) => ({ years: amount })),
  setter('setSecond', integer('second'), (wall, value) => ({ seconds: value - wall.second })),
  setter('setMinute', integer('minute'), (wall, value) => ({ minutes: value - wall.minute })),
  setter('setHour', integer('hour'), (wall, value) => ({ hours: value - wall.hour })),
  setter('setDate', integer('day of the month'), (wall, value) => ({ days: value - wall.day })),
  setter('setDay', orName('day', WEEKDAYS), (wall, value) => ({ days: value - 1 - (wall.weekday % 7) })),
  setter('setMonth', orName('month', MONTHS), (wall, value) => ({ months: value - wall.month })),
  setter('setYear', integer('year'), (wall, value) => ({ years: value - wall.year })),
  refused('dateDiff', 'date-diff'),
];

function adder(name: string, milliseconds: number) {
  return define(name, [date('date'), integer('amount')], (_, value, amount) => {
    const moved = new Date(value.getTime() + amount * milliseconds);
    return Number.isNaN(moved.getTime()) ? refuse('year-range', name) : moved;
  });
}

function calendarAdder(name: string, duration: (amount: number) => DurationLikeObject) {
  return define(name, [date('date'), integer('amount')], (scope, value, amount) =>
    addCalendarUnits(value, scope.environment.timezone, duration(amount)),
  );
}

function setter(
  name: string,
  target: Parameter<number>,
  by: (wall: DateTime, value: number) => DurationLikeObject,
) {
  return define(name, [date('date'), target], (scope, value, wanted) =>
    shiftWallTime(value, scope.environment.timezone, (wall) => by(wall, wanted)),
  );
}

/** A whole number, or an English name as the documents write it. */
function orName(name: string, names: readonly string[]): Parameter<number> {
  return {
    name,
    occurs: 'once',
    read: (value, place) => {
      if (typeof value !== 'string') return integer(name).read(value, place);
      const found = names.indexOf(value);
      return found < 0 ? refuse('date-name', value) : found + 1;
    },
  };
}

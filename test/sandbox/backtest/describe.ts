import type { Backtest } from '../../../shared/backtest/backtest.ts';
import { type Bar, chart } from './chart.ts';
import type { PastCost } from './cost.ts';

/** A backtest, what it would have cost, and where its history is from. */
export interface Report extends Backtest {
  /** An org's address, or `sandbox`. */
  readonly source: string;
  readonly cost: PastCost;
}

/** Owners shown one by one. */
const OWNERS = 5;
/** Days above which a bar stands for a week. */
const MOST_DAILY_BARS = 31;
const WEEK = 7;

/** A report in words and bars, for people. */
export function describeReport(report: Report): string {
  const { byWeekday, byOwner, fired, limits } = report;
  const blocks = [
    [sentence(report), ...limits.map((limit) => `Not exact: ${limit}`)],
    ...(fired === 0
      ? []
      : [
          ['By weekday', ...chart(byWeekday.map(({ weekday, fired }) => bar(weekday, fired)))],
          ['By owner', ...chart(ownerBars(byOwner))],
          timeBars(report),
        ]),
    [costSentence(report)],
    [sourceSentence(report)],
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/** A bar whose label does nothing to a terminal, whatever people are called. */
function bar(label: string, count: number): Bar {
  return { label: printable(label), count };
}

function printable(text: string): string {
  return [...text].map((character) => (/\p{Cc}/u.test(character) ? ' ' : character)).join('');
}

function sentence({ signal, fired, records, days, byOwner, byWeekday }: Report): string {
  const start = `${signal} would have fired ${times(fired)} in the last ${days === 1 ? 'day' : `${days} days`}`;
  if (fired === 0) return `${start}.`;
  const [busiest] = byOwner;
  const most = byWeekday.toSorted((a, b) => b.fired - a.fired)[0];
  const again = fired - records;
  return [
    `${start}, ${busiest?.fired} for ${printable(busiest?.owner ?? '')}, most on ${most?.weekday}s (${most?.fired}).`,
    ...(again === 0 ? [] : [`${again} of them for a record that had fired before in these days.`]),
  ].join('\n');
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function ownerBars(byOwner: Report['byOwner']): readonly Bar[] {
  const others = byOwner.slice(OWNERS);
  const sum = others.reduce((total, { fired }) => total + fired, 0);
  return [
    ...byOwner.slice(0, OWNERS).map(({ owner, fired }) => bar(owner, fired)),
    ...(others.length === 0 ? [] : [bar(`${others.length} more`, sum)]),
  ];
}

/** A bar a day, or a week when there are many days. */
function timeBars({ byDay, timeZone }: Report): readonly string[] {
  if (byDay.length <= MOST_DAILY_BARS)
    return [`By day (${timeZone})`, ...chart(byDay.map(({ day, fired }) => bar(day, fired)))];
  const weeks = Array.from({ length: Math.ceil(byDay.length / WEEK) }, (_, number) =>
    byDay.slice(number * WEEK, (number + 1) * WEEK),
  );
  return [
    `By week, from the day named (${timeZone})`,
    ...chart(
      weeks.map((week) =>
        bar(
          week[0]?.day ?? '',
          week.reduce((sum, { fired }) => sum + fired, 0),
        ),
      ),
    ),
  ];
}

function costSentence({ cost: { zapier, make }, days }: Report): string {
  return [
    `Zapier: ${zapier.tasks} task(s).`,
    `Make: ${make.operations} operation(s). Looks that find nothing come on top, ${make.polls} at most in ${days} day(s) at one every 15 minutes; whether Make charges them is not documented. When Salesforce pushes there are none.`,
  ].join('\n');
}

function sourceSentence({ source, salesforceCalls }: Report): string {
  return source === 'sandbox'
    ? 'Counted over a year of fictional history on this machine. To count your own org, set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN.'
    : `Counted over the history of ${source}, with ${salesforceCalls} call(s) of its API; nothing was written.`;
}

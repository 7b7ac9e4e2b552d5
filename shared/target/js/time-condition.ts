import type { Visitor } from '../../language/visitor.ts';
import { holdsText } from './holds-text.ts';
import type { Evaluate, Place } from './place.ts';
import { remembered } from './remember.ts';
import type { Scope } from './scope.ts';
import { asDay, asInstant, dayOf } from './time.ts';
import { asText, pathReader } from './value.ts';

type Kinds = 'relative-date' | 'fiscal' | 'changed' | 'entered';

/** What holds at this time, or since the change at hand. */
export const timeCondition: Pick<Visitor<Evaluate<boolean>, Place>, Kinds> = {
  'relative-date': (node, place) => {
    const value = place.value(node.value, 'value');
    const count = place.number(node.days, 'days');
    return (scope) => {
      const day = asDay(value(scope));
      const days = count(scope);
      if (day === undefined || days === undefined) return false;
      const today = dayOf(scope.now);
      if (node.span === 'next') return day > today && day <= dayOf(scope.now, days);
      const first = dayOf(scope.now, -days);
      return node.span === 'last' ? day >= first && day <= today : day < first;
    };
  },
  fiscal: (node, place) => {
    const value = place.value(node.value, 'value');
    return (scope) => {
      const day = asDay(value(scope));
      return (
        day !== undefined &&
        fiscalPeriod(day, node.period, scope) === fiscalPeriod(dayOf(scope.now), node.period, scope)
      );
    };
  },
  changed: ({ path }) => {
    return (scope) => isChanged(path, scope);
  },
  entered: (node, place) => {
    const stateOf = pathReader(node.path);
    const changedAtOf = pathReader(node.changedAt);
    const states = place.list(node.states, 'states');
    const since = node.since && place.value(node.since, 'since');
    const fromOf = remembered(asInstant);
    const toOf = remembered(asInstant);
    const until = node.until && place.value(node.until, 'until');
    return (scope) => {
      if (!holdsText(states(scope), asText(stateOf(scope.record)))) return false;
      if (scope.change !== undefined && !isChanged(node.path, scope)) return false;
      const from = since && fromOf(since(scope));
      const to = until && toOf(until(scope));
      if (from === undefined && to === undefined) return true;
      const at = asInstant(changedAtOf(scope.record)) ?? asInstant(scope.record.CreatedDate);
      return at !== undefined && (from === undefined || at >= from) && (to === undefined || at < to);
    };
  },
};

function isChanged(path: readonly string[], { change }: Scope): boolean {
  if (change === undefined) return false;
  if (change.type === 'create' || change.type === 'undelete') return true;
  const name = path.join('.');
  return change.fields.some((each) => each === name || each.startsWith(`${name}.`));
}

/** The fiscal quarter or year of a day as one number. */
function fiscalPeriod(day: string, period: 'quarter' | 'year', { fiscalYearStartMonth }: Scope): number {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - fiscalYearStartMonth;
  return Math.floor(months / (period === 'quarter' ? 3 : 12));
}

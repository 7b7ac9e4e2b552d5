import type { FunctionExp } from 'soql-parser-js';
import { fiscalQuarterOf, fiscalYearOf, monthsIntoYear } from '../fiscal.ts';
import { dayIn, parseDatetime } from '../instant.ts';
import type { Org } from '../org.ts';
import type { Row, Value } from '../schema/type.ts';
import { picklistValues } from '../visible.ts';
import { invalidField, malformed } from './malformed.ts';
import type { Operand } from './operand.ts';
import type { Path } from './path.ts';

type DayFunction = (day: string, fiscalYearStartMonth: number) => Value;

/** The functions of a date or of the day of a date-time, by name in capitals. */
const dayFunctions: Readonly<Record<string, DayFunction>> = {
  CALENDAR_YEAR: (day) => Number(day.slice(0, 4)),
  CALENDAR_QUARTER: (day) => fiscalQuarterOf(day, 1),
  CALENDAR_MONTH: (day) => Number(day.slice(5, 7)),
  DAY_IN_MONTH: (day) => Number(day.slice(8, 10)),
  FISCAL_YEAR: fiscalYearOf,
  FISCAL_QUARTER: fiscalQuarterOf,
  FISCAL_MONTH: (day, startMonth) => monthsIntoYear(day, startMonth) + 1,
  DAY_ONLY: (day) => day,
};

/** A call of a date function on a field. Anything else is MALFORMED_QUERY. */
export function dateOperand(org: Org, fn: FunctionExp, path: (written: string) => Path): Operand<Row> {
  const { name, written, found } = callOf(fn, path);
  const ofDay = dayFunctions[name];
  if (ofDay === undefined) throw malformed(`unexpected token: '${written}'`);
  if (org.features.customFiscalYears && name.startsWith('FISCAL_'))
    throw malformed(`${name} is not supported with custom fiscal years`);
  if (found.field.type !== 'date' && found.field.type !== 'datetime')
    throw invalidField(`${name} can only be used with date or dateTime fields: ${found.field.name}`);
  return {
    name: written,
    type: name === 'DAY_ONLY' ? 'date' : 'int',
    caseSensitive: false,
    read: (row) => {
      const value = found.read(row);
      return typeof value === 'string' ? ofDay(dayOf(org, value), org.fiscalYearStartMonth()) : null;
    },
  };
}

/** A call of a date function or of toLabel, as WHERE takes it. Anything else is MALFORMED_QUERY. */
export function filterCall(org: Org, fn: FunctionExp, path: (written: string) => Path): Operand<Row> {
  const { name, written, found } = callOf(fn, path);
  if (name !== 'TOLABEL') return dateOperand(org, fn, path);
  return { name: written, type: 'string', caseSensitive: false, read: labelReader(org, found) };
}

function callOf(fn: FunctionExp, path: (written: string) => Path) {
  const name = (fn.functionName ?? '').toUpperCase();
  const written = fn.rawValue ?? name;
  const [parameter, ...more] = fn.parameters ?? [];
  if (typeof parameter !== 'string' || more.length > 0) throw malformed(`unexpected token: '${written}'`);
  const found = path(parameter);
  if (!found.field.filterable)
    throw invalidField(`field '${found.field.name}' can not be filtered in a query call`);
  return { name, written, found };
}

/** Reads a picklist's label instead of its value; other fields as they are. */
function labelReader(org: Org, path: Path): (row: Row) => Value {
  const labels = new Map(picklistValues(org, path.field).map(({ value, label }) => [value, label]));
  return (row) => {
    const value = path.read(row);
    return typeof value === 'string' ? (labels.get(value) ?? value) : value;
  };
}

function dayOf(org: Org, text: string): string {
  return text.length === 10 ? text : dayIn(org.timeZone(), parseDatetime(text) ?? 0);
}

import { toRecordId18 } from '../../../shared/salesforce/record-id.ts';
import type { FakeClock } from '../clock.ts';
import { type ChangeData, defaultChangeData } from './change-data/change-data.ts';
import type { ChangeEvent } from './change-data/change-event.ts';
import { publishChanges } from './change-data/publish.ts';
import type { EventDelivery } from './cometd/allowance.ts';
import type { Change, CommitListener } from './dml/change.ts';
import { defaultTrackedFields, type TrackedFields } from './dml/field-history.ts';
import type { SalesforceFault } from './error.ts';
import type { Features } from './features.ts';
import { fiscalObjects, fiscalQuarter, fiscalTable } from './fiscal-calendar.ts';
import { datetimeText } from './instant.ts';
import type { ComputeContext, Row } from './schema/type.ts';
import type { QueryResult } from './soql/query.ts';
import { createStore, type Store } from './store.ts';

/** A write that is about to happen. */
export interface Write {
  readonly operation: 'insert' | 'update' | 'delete';
  readonly sobject: string;
  readonly id: string | null;
  readonly values: Row;
}

/** Looks at every write and may refuse it, as a validation rule, a trigger or a record lock would. */
export type WriteRule = (write: Write) => SalesforceFault | undefined;

/** Ceilings that a test may lower. */
export interface Limits {
  /** Rows on a page of query results when the caller asks for nothing else. */
  pageSize: number;
  /** How long an unused session lives, in milliseconds. */
  sessionLifetime: number;
  /** Records of one transaction that get change events of their own; the rest is one overflow event per object. */
  changesPerTransaction: number;
  /** CometD clients at once. */
  streamingClients: number;
  /** Change events that may reach clients within 24 hours. */
  deliveredEvents: number;
  /** Change events in one answer to a connect. */
  eventsPerConnect: number;
}

export const defaultLimits: Limits = {
  pageSize: 2000,
  sessionLifetime: 2 * 60 * 60 * 1000,
  changesPerTransaction: 100_000,
  streamingClients: 1000,
  deliveredEvents: 25_000,
  eventsPerConnect: 100,
};

/** The org's allowance of API calls within 24 hours. */
export interface ApiUsage {
  used: number;
  max: number;
  /** On: every call is refused as if the allowance were used up. */
  exhausted: boolean;
}

/** The pages of a query that are still to be fetched. */
export interface Cursor {
  readonly result: QueryResult;
  readonly size: number;
  /** Epoch milliseconds. */
  readonly opened: number;
}

/** Everything one Salesforce org holds. */
export interface Org extends ComputeContext {
  readonly clock: FakeClock;
  readonly store: Store;
  readonly features: Features;
  readonly limits: Limits;
  readonly trackedFields: TrackedFields;
  readonly changeData: ChangeData;
  readonly changeEvents: ChangeEvent[];
  /** The saves of the transaction under way. */
  readonly changes: Change[];
  readonly onCommit: CommitListener[];
  /** Told whenever change events were published. */
  readonly onChangeEvents: (() => void)[];
  readonly eventDeliveries: EventDelivery[];
  /** How many transactions are under way, one inside the other. */
  transactionDepth: number;
  readonly apiUsage: ApiUsage;
  readonly cursors: Map<string, Cursor>;
  /** API calls since the start, as Salesforce counts them. */
  apiCalls: number;
  writeRule: WriteRule | undefined;
  /** Records that queries looked at since the start, found or not. */
  rowsExamined: number;
  /** Counts API calls; a composite is one, a batch as many as it has parts. */
  countApiCalls(calls: number): void;
  /** The next id with a key prefix. */
  nextId(keyPrefix: string): string;
  /** The next number of a series such as case numbers. */
  nextNumber(series: string): number;
  /** The current second, as REST prints it. */
  nowText(): string;
  organization(): Row;
  timeZone(): string;
  /** 1 for January; means nothing with custom fiscal years. */
  fiscalYearStartMonth(): number;
}

export function createOrg(options: {
  readonly clock: FakeClock;
  readonly features: Features;
  readonly limits: Limits;
}): Org {
  const { clock, features, limits } = options;
  const store = createStore((sobject) =>
    fiscalObjects.includes(sobject) ? fiscalTable(sobject, features.customFiscalYears) : sobject,
  );
  const numbers = new Map<string, number>();
  const nextNumber = (series: string) => {
    const number = (numbers.get(series) ?? 1000) + 1;
    numbers.set(series, number);
    return number;
  };
  const organization = () => {
    for (const row of store.table('Organization').all()) return row;
    throw new Error('The seed has no Organization: add one row.');
  };
  const org: Org = {
    clock,
    store,
    features,
    limits,
    trackedFields: { ...defaultTrackedFields },
    changeData: defaultChangeData(),
    changeEvents: [],
    changes: [],
    onCommit: [(changes) => publishChanges(org, changes)],
    onChangeEvents: [],
    eventDeliveries: [],
    transactionDepth: 0,
    apiUsage: { used: 0, max: 100_000, exhausted: false },
    cursors: new Map(),
    apiCalls: 0,
    rowsExamined: 0,
    writeRule: undefined,
    now: () => clock.now(),
    nowText: () => datetimeText(clock.now()),
    nextNumber,
    nextId: (keyPrefix) => toRecordId18(`${keyPrefix}Dw${String(nextNumber(keyPrefix)).padStart(10, '0')}`),
    organization,
    timeZone: () => String(organization().TimeZoneSidKey ?? 'UTC'),
    fiscalQuarter: (day) => fiscalQuarter(org, day),
    fiscalYearStartMonth: () => Number(organization().FiscalYearStartMonth ?? 1),
    countApiCalls: (calls) => {
      org.apiCalls += calls;
      org.apiUsage.used += calls;
    },
  };
  return org;
}

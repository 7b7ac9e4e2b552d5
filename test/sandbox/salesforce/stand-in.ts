import type { FakeClock } from '../clock.ts';
import type { Server } from '../serve.ts';
import type { ChangeData } from './change-data/change-data.ts';
import type { ChangeEvent } from './change-data/change-event.ts';
import type { ClientApp } from './client-app.ts';
import type { StreamingFault, Wait } from './cometd/streaming.ts';
import type { TrackedFields } from './dml/field-history.ts';
import type { RegisteredRoute } from './emulator.ts';
import type { Features } from './features.ts';
import type { ApiUsage, Limits, WriteRule } from './org.ts';
import type { OutboundQueue } from './outbound-message/outbound-queue.ts';
import type { PackagePush } from './package-push/package-push.ts';
import type { Row } from './schema/type.ts';
import type { Seed } from './seed.ts';
import type { Tokens } from './sessions.ts';

/** How a stand-in differs from the usual one. */
export interface SalesforceOptions {
  readonly clock?: FakeClock;
  /** Instead of the sample org. */
  readonly seed?: Seed;
  readonly features?: Partial<Features>;
  readonly limits?: Partial<Limits>;
  readonly client?: Partial<ClientApp>;
  /** How long a connect is really held and a replay pauses; real time unless told. */
  readonly wait?: Wait;
  /** Opportunities besides the seed's, computed when they are looked at; up to ten million. */
  readonly population?: number;
  /** How callouts leave the org; `fetch` unless told. */
  readonly send?: typeof fetch;
  /** By the origin of an address that is called out to, the origin of its stand-in. */
  readonly hosts?: Readonly<Record<string, string>>;
}

/** A local Salesforce org. */
export interface SalesforceStandIn extends Server {
  readonly clock: FakeClock;
  /** May be changed while the stand-in runs. */
  readonly features: Features;
  /** May be changed while the stand-in runs. */
  readonly limits: Limits;
  readonly client: ClientApp;
  /** The allowance; `exhausted` makes every call REQUEST_LIMIT_EXCEEDED. */
  readonly apiUsage: ApiUsage;
  /** API calls since the start or since `forget`, as Salesforce counts them: a composite is one. */
  readonly apiCalls: number;
  /** May be changed while the stand-in runs. */
  readonly changeData: ChangeData;
  /** The fields whose changes make history rows, by object; may be changed while the stand-in runs. */
  readonly trackedFields: TrackedFields;
  /** Records that queries looked at since the start, found or not. */
  readonly rowsExamined: number;
  /** Every Change Data Capture event so far, also those that are no longer retained. */
  readonly changeEvents: readonly ChangeEvent[];
  /** The triggers of the Dealwire package. */
  readonly push: PackagePush;
  /** By the origin of an address that is called out to, the origin of its stand-in; may be added to at any time. */
  readonly hosts: Record<string, string>;
  readonly outboundMessages: OutboundQueue;
  /** What goes wrong with streaming; may be changed while the stand-in runs. */
  streamingFault: StreamingFault | undefined;
  /** Change events that reached CometD clients within the last 24 hours. */
  readonly deliveredEvents: number;
  /** The routes as registered with emulate. */
  readonly routes: readonly RegisteredRoute[];
  /** The records of an object, computed fields included, in the order of creation. */
  records(sobject: string): readonly Row[];
  /** A record that somebody in Salesforce creates; answers its id. Throws SalesforceFault. */
  insert(sobject: string, values: Readonly<Record<string, unknown>>, userId?: string): string;
  /** A change that somebody in Salesforce makes. Throws SalesforceFault. */
  update(sobject: string, id: string, values: Readonly<Record<string, unknown>>, userId?: string): void;
  /** A record that somebody in Salesforce deletes. Throws SalesforceFault. */
  remove(sobject: string, id: string, userId?: string): void;
  /** A record that somebody in Salesforce brings back from the Recycle Bin. Throws SalesforceFault. */
  undelete(sobject: string, id: string, userId?: string): void;
  /** Changes that belong together, as a flow makes them; all are taken back when one throws. */
  transaction<Result>(writes: () => Result): Result;
  /** An admin changes a custom field's type with loss: one change event names all records of the object, `001*`. */
  convertFieldType(sobject: string, userId?: string): void;
  /** Resolves when no callout is under way any more. */
  settled(): Promise<void>;
  /** Lets a rule refuse writes, as validation rules, triggers and record locks do; `undefined` removes it. */
  onWrite(rule: WriteRule | undefined): void;
  /** Authorizes the client for the integration user or another; leaves the five-grant rule aside. */
  issueToken(userId?: string, scope?: string): Tokens;
  /** Ends every session; refresh tokens stay valid. */
  expireSessions(): void;
  /** Ends every grant: refresh tokens and sessions. */
  revokeGrants(): void;
}

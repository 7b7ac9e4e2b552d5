import { createEmulator } from 'emulate';
import { type FakeClock, fakeClock } from '../clock.ts';
import { type Server, serve } from '../serve.ts';
import { createBackground } from './callout/background.ts';
import { createCallOut } from './callout/callout.ts';
import type { ChangeData } from './change-data/change-data.ts';
import type { ChangeEvent } from './change-data/change-event.ts';
import { publishTypeConversion } from './change-data/publish.ts';
import { type ClientApp, defaultClientApp } from './client-app.ts';
import { deliveredEvents } from './cometd/allowance.ts';
import { createCometd } from './cometd/cometd.ts';
import { realWait, type StreamingFault, type Wait } from './cometd/streaming.ts';
import { personIn } from './dml/author.ts';
import type { TrackedFields } from './dml/field-history.ts';
import { insertRecord } from './dml/insert.ts';
import { removeRecord } from './dml/remove.ts';
import { restoreRecord } from './dml/restore.ts';
import { transaction } from './dml/transaction.ts';
import { updateRecord } from './dml/update.ts';
import { type RegisteredRoute, salesforceEmulator } from './emulator.ts';
import { defaultFeatures, type Features } from './features.ts';
import { type ApiUsage, createOrg, defaultLimits, type Limits, type WriteRule } from './org.ts';
import { createOutboundQueue, type OutboundQueue } from './outbound-message/outbound-queue.ts';
import { installPackage, type PackagePush } from './package-push/package-push.ts';
import { populateOpportunities } from './population/populate-opportunities.ts';
import { sampleOrg } from './sample-org/sample-org.ts';
import { INTEGRATION_USER, KIM } from './sample-org/user.ts';
import type { Row, Sobject } from './schema/type.ts';
import { plant, type Seed } from './seed.ts';
import { createSessions, type Tokens } from './sessions.ts';
import { findSobject, readField } from './visible.ts';

export type { Seed } from './seed.ts';
export type { Tokens } from './sessions.ts';

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
  /** How callouts leave the org. */
  /** Opportunities besides the seed's, computed when they are looked at; up to ten million. */
  readonly population?: number;
  readonly send?: typeof fetch;
  /** The origin of an address that is called out to, and the origin of its stand-in. */
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

/** Starts a Salesforce org on a free loopback port. */
export async function startSalesforce(options: SalesforceOptions = {}): Promise<SalesforceStandIn> {
  const clock = options.clock ?? fakeClock();
  const org = createOrg({
    clock,
    features: { ...defaultFeatures, ...options.features },
    limits: { ...defaultLimits, ...options.limits },
  });
  plant(org, options.seed ?? sampleOrg, INTEGRATION_USER);
  populateOpportunities(org, options.population ?? 0);
  const sessions = createSessions(org);
  const client: ClientApp = { ...defaultClientApp, ...options.client };
  const background = createBackground();
  const callOut = createCallOut(options.send, options.hosts);
  const push = installPackage(org, callOut, background);
  let url = '';
  const outboundMessages = createOutboundQueue(org, callOut, background, () => url);
  let streamingFault: StreamingFault | undefined;
  const cometd = createCometd({
    org,
    logins: sessions,
    wait: options.wait ?? realWait,
    fault: () => streamingFault,
  });
  let routes: readonly RegisteredRoute[] = [];
  const emulator = await createEmulator({
    listen: false,
    service: salesforceEmulator({
      org,
      sessions,
      client,
      cometd,
      authorizingUserId: INTEGRATION_USER,
      url: () => url,
      onRoutes: (registered) => {
        routes = registered;
      },
    }),
  });
  const server = await serve('salesforce', (request) => emulator.fetch(request));
  url = server.url;

  const sobjectOf = (name: string): Sobject => {
    const sobject = findSobject(org, name);
    if (sobject === undefined) throw new Error(`This org has no object ${name}.`);
    return sobject;
  };

  return {
    ...server,
    clock,
    features: org.features,
    limits: org.limits,
    client,
    apiUsage: org.apiUsage,
    get apiCalls() {
      return org.apiCalls;
    },
    get rowsExamined() {
      return org.rowsExamined;
    },
    changeData: org.changeData,
    trackedFields: org.trackedFields,
    changeEvents: org.changeEvents,
    push,
    outboundMessages,
    settled: background.settled,
    get streamingFault() {
      return streamingFault;
    },
    set streamingFault(fault) {
      streamingFault = fault;
    },
    get deliveredEvents() {
      return deliveredEvents(org);
    },
    routes,
    records: (name) => {
      const { fields } = sobjectOf(name);
      return [...org.store.table(name).all()].map((row) =>
        Object.fromEntries(fields.map((field) => [field.name, readField(org, field, row)])),
      );
    },
    insert: (name, values, userId = KIM) => insertRecord(org, personIn(userId), sobjectOf(name), values),
    update: (name, id, values, userId = KIM) =>
      updateRecord(org, personIn(userId), sobjectOf(name), id, values),
    remove: (name, id, userId = KIM) => removeRecord(org, personIn(userId), sobjectOf(name), id),
    undelete: (name, id, userId = KIM) => restoreRecord(org, personIn(userId), sobjectOf(name), id),
    transaction: (writes) => transaction(org, writes),
    convertFieldType: (name, userId = KIM) => publishTypeConversion(org, sobjectOf(name), userId),
    onWrite: (rule) => {
      org.writeRule = rule;
    },
    issueToken: (userId = INTEGRATION_USER, scope = 'api refresh_token id') => sessions.grant(userId, scope),
    expireSessions: () => {
      sessions.expireSessions();
      cometd.revalidate();
    },
    revokeGrants: () => {
      sessions.revokeGrants();
      cometd.revalidate();
    },
    forget: () => {
      org.apiCalls = 0;
      server.forget();
    },
    close: async () => {
      cometd.close();
      await background.settled();
      await server.close();
      await emulator.close();
    },
  };
}

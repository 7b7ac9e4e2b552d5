import { createEmulator } from 'emulate';
import { fakeClock } from '../clock.ts';
import { serve } from '../serve.ts';
import { createBackground } from './callout/background.ts';
import { createCallOut } from './callout/callout.ts';
import { publishTypeConversion } from './change-data/publish.ts';
import { type ClientApp, defaultClientApp } from './client-app.ts';
import { deliveredEvents } from './cometd/allowance.ts';
import { createCometd } from './cometd/cometd.ts';
import { realWait, type StreamingFault } from './cometd/streaming.ts';
import { personIn } from './dml/author.ts';
import { insertRecord } from './dml/insert.ts';
import { removeRecord } from './dml/remove.ts';
import { restoreRecord } from './dml/restore.ts';
import { transaction } from './dml/transaction.ts';
import { updateRecord } from './dml/update.ts';
import { type RegisteredRoute, salesforceEmulator } from './emulator.ts';
import { defaultFeatures } from './features.ts';
import { createOrg, defaultLimits } from './org.ts';
import { createOutboundQueue } from './outbound-message/outbound-queue.ts';
import { installPackage } from './package-push/package-push.ts';
import { populateOpportunities } from './population/populate-opportunities.ts';
import { sampleOrg } from './sample-org/sample-org.ts';
import { INTEGRATION_USER, KIM } from './sample-org/user.ts';
import type { Sobject } from './schema/type.ts';
import { plant } from './seed.ts';
import { createSessions } from './sessions.ts';
import type { SalesforceOptions, SalesforceStandIn } from './stand-in.ts';
import { findSobject, readField } from './visible.ts';

export type { Seed } from './seed.ts';
export type { Tokens } from './sessions.ts';
export type { SalesforceOptions, SalesforceStandIn } from './stand-in.ts';

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
  const hosts = { ...options.hosts };
  const callOut = createCallOut(options.send, hosts);
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
    hosts,
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

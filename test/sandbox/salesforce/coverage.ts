/** How far the stand-in goes: like Salesforce, in part, or refused on purpose with the error Salesforce gives. */
export type Support = 'supported' | 'partial' | 'refused';

/** One route or one feature of SOQL. */
export interface Coverage {
  readonly support: Support;
  /** The test file, below this folder, that shows it. */
  readonly test: string;
  readonly note: string;
}

const entry = (support: Support, test: string, note = ''): Coverage => ({ support, test, note });

/** Every route, as method and path. */
export const routeCoverage: Readonly<Record<string, Coverage>> = {
  'GET /services/oauth2/authorize': entry(
    'partial',
    'oauth.test.ts',
    'no page: somebody always presses Allow',
  ),
  'POST /services/oauth2/token': entry(
    'partial',
    'oauth.test.ts',
    'authorization code and refresh token only',
  ),
  'POST /services/oauth2/revoke': entry('supported', 'oauth.test.ts'),
  'GET /services/oauth2/userinfo': entry('supported', 'oauth.test.ts'),
  'GET /id/:organization/:user': entry(
    'partial',
    'oauth.test.ts',
    'answers for the caller, whoever is named',
  ),
  'GET /services/data': entry('supported', 'version.test.ts'),
  'GET /services/data/:version/query': entry('supported', 'query-page.test.ts'),
  'GET /services/data/:version/query/:locator': entry(
    'supported',
    'query-page.test.ts',
    'the rows are those of the first page',
  ),
  'GET /services/data/:version/tooling/query': entry(
    'partial',
    'tooling.test.ts',
    'PlatformEventChannelMember without FullName and Metadata, and of FieldDefinition what is tracked',
  ),
  'GET /services/data/:version/tooling/query/:locator': entry('supported', 'tooling.test.ts'),
  'GET /services/data/:version/limits': entry(
    'partial',
    'api-usage.test.ts',
    'only API requests and delivered events are counted',
  ),
  'GET /services/data/:version/sobjects': entry('partial', 'describe.test.ts', 'the properties clients use'),
  'GET /services/data/:version/sobjects/:sobject/describe': entry(
    'partial',
    'describe.test.ts',
    'the properties clients use; one record type; no If-Modified-Since',
  ),
  'POST /services/data/:version/sobjects/:sobject': entry('supported', 'record.test.ts'),
  'GET /services/data/:version/sobjects/:sobject/:id': entry('supported', 'record.test.ts'),
  'PATCH /services/data/:version/sobjects/:sobject/:id': entry(
    'partial',
    'record.test.ts',
    'no If-Unmodified-Since',
  ),
  'DELETE /services/data/:version/sobjects/:sobject/:id': entry('supported', 'record.test.ts'),
  'PATCH /services/data/:version/sobjects/:sobject/:field/:value': entry('supported', 'ledger.test.ts'),
  'GET /services/data/:version/sobjects/:sobject/:field/:value': entry('supported', 'ledger.test.ts'),
  'POST /services/data/:version/composite': entry('supported', 'composite.test.ts'),
  'POST /services/data/:version/composite/batch': entry('supported', 'composite.test.ts'),
  'POST /services/data/:version/composite/sobjects': entry('supported', 'collection.test.ts'),
  'PATCH /services/data/:version/composite/sobjects': entry('supported', 'collection.test.ts'),
  'DELETE /services/data/:version/composite/sobjects': entry('supported', 'collection.test.ts'),
  'GET /services/data/:version/composite/sobjects/:sobject': entry('supported', 'collection.test.ts'),
  'POST /services/data/:version/composite/sobjects/:sobject': entry('supported', 'jsforce.test.ts'),
  'POST /services/data/:version/chatter/feed-elements': entry(
    'partial',
    'chatter.test.ts',
    'text, mentions and markup; no attachments',
  ),
  'POST /cometd/:version': entry(
    'partial',
    'cometd/cometd.test.ts',
    'change events only; at most 100 events in one answer is its own number',
  ),
  'GET /cometd/:version': entry('refused', 'cometd/cometd.test.ts', 'as Salesforce: no WebSocket'),
};

/** Every feature of SOQL that the reference names, and those it is refused for. */
export const soqlCoverage: Readonly<Record<string, Coverage>> = {
  'comparison operators, null, IN, NOT IN, LIKE': entry('supported', 'soql/where.test.ts'),
  'AND, OR, NOT and parentheses': entry('supported', 'soql/where.test.ts'),
  'AND mixed with OR, NOT after AND or OR, without parentheses': entry(
    'refused',
    'soql/where.test.ts',
    'as Salesforce',
  ),
  'string escapes': entry('supported', 'soql/literal.test.ts'),
  'types of literals': entry('supported', 'soql/where.test.ts'),
  'currency literals such as USD5000': entry(
    'refused',
    'soql/where.test.ts',
    'Salesforce takes them where several currencies are on',
  ),
  'INCLUDES and EXCLUDES': entry('refused', 'soql/where.test.ts', 'no object has a multi-select picklist'),
  'date literals, fiscal ones included': entry(
    'partial',
    'soql/date-literal.test.ts',
    'weeks begin on Sunday; the error code of a range outside custom fiscal years is open',
  ),
  'LAST_N_MINUTES and other literals that do not exist': entry(
    'refused',
    'soql/date-literal.test.ts',
    'as Salesforce',
  ),
  'date functions': entry(
    'partial',
    'soql/date-literal.test.ts',
    'calendar and fiscal year, quarter, month; DAY_IN_MONTH; DAY_ONLY',
  ),
  'semi-joins and anti-joins': entry('supported', 'soql/semi-join.test.ts'),
  'ORDER BY, NULLS FIRST and LAST, LIMIT, OFFSET': entry('supported', 'soql/order.test.ts'),
  'parent paths, aliases of the object': entry('supported', 'soql/select.test.ts'),
  'child subqueries': entry('partial', 'soql/select.test.ts', 'always one page'),
  TYPEOF: entry('supported', 'soql/select.test.ts'),
  'FORMAT, toLabel': entry('partial', 'soql/select.test.ts', 'locale en_US'),
  convertCurrency: entry('partial', 'soql/select.test.ts', 'to US dollars; refused with one currency'),
  'GROUP BY, HAVING and aggregates': entry('supported', 'soql/aggregate.test.ts'),
  'figures and orders in the corporate currency': entry(
    'partial',
    'soql/aggregate.test.ts',
    'of the object’s own fields, at today’s rates',
  ),
  'GROUP BY ROLLUP and CUBE': entry('refused', 'soql/aggregate.test.ts', 'Salesforce takes them'),
  'FIELDS()': entry('refused', 'soql/select.test.ts', 'Salesforce takes it with LIMIT 200'),
  'USING SCOPE, WITH, FOR, UPDATE, ALL ROWS': entry(
    'refused',
    'soql/select.test.ts',
    'Salesforce takes some of them',
  ),
  'fields that cannot be filtered, sorted or grouped': entry(
    'refused',
    'soql/select.test.ts',
    'as Salesforce',
  ),
  'objects and fields that are unknown or hidden': entry('refused', 'features.test.ts', 'as Salesforce'),
};

/** What the org itself does. */
export const orgCoverage: Readonly<Record<string, Coverage>> = {
  'unique keys under parallel writes': entry('supported', 'ledger.test.ts'),
  'required fields, lengths, types, lookups, restricted picklists': entry('supported', 'record.test.ts'),
  'permissions as records': entry(
    'partial',
    'tooling.test.ts',
    'one permission set of the connected user, read by its id; reading and seeing all records only',
  ),
  'features and field-level security': entry(
    'supported',
    'features.test.ts',
    'sharing is not imitated: every record is visible',
  ),
  'opportunity stages, OpportunityHistory and field history': entry('supported', 'history.test.ts'),
  'custom fiscal years': entry('partial', 'fiscal-year.test.ts', 'quarters and years only'),
  'activities with a lead': entry('partial', 'record.test.ts', 'the message of the refusal is its own'),
  'case milestones': entry('partial', 'features.test.ts', 'no business hours; nothing creates milestones'),
  'opportunity products': entry(
    'partial',
    'soql/select.test.ts',
    'rows can be read; Amount does not follow them',
  ),
  'change events': entry(
    'partial',
    'change-data/change-event.test.ts',
    'the records deleted together with another have none; gap events on demand only',
  ),
  'the Streaming API: sessions, replay, retention, permissions, allowances, faults': entry(
    'partial',
    'cometd/cometd.test.ts',
    'no custom channels; the wording of the refusals of permission and of too many clients, and their advice, are open',
  ),
  'the official streaming client of jsforce, its Replay and AuthFailure': entry(
    'supported',
    'cometd/jsforce.test.ts',
  ),
  "the Dealwire package's push": entry(
    'partial',
    'package-push/package-push.test.ts',
    'an imitation of its Apex: no Apex runs, and the limits of queued jobs are not imitated',
  ),
  'outbound messages': entry(
    'partial',
    'outbound-message/outbound-message.test.ts',
    'no flow runs: a function says what is sent; the first gap of 30 seconds is its own number',
  ),
  'an org of up to ten million opportunities': entry(
    'partial',
    'population/population.test.ts',
    'indexes on ids, creation, modification, stage change and close date; other conditions look at every record',
  ),
  'sample org': entry('supported', 'sample-org/sample-org.test.ts'),
  'the official client jsforce': entry('supported', 'jsforce.test.ts'),
};

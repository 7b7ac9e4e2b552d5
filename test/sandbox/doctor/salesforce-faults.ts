import { badRequest } from '../salesforce/error.ts';
import type { Features } from '../salesforce/features.ts';
import { sampleOrg } from '../salesforce/sample-org/sample-org.ts';
import type { World } from '../world.ts';
import type { Fault } from './fault.ts';
import { patientIn } from './patient.ts';

const [organization] = sampleOrg.Organization ?? [];

/** Switches features of the org. */
const features = (change: Partial<Features>) => ({ org: { features: change } });

/** Answers every call below a path with a refusal. */
function refuse(world: World, path: string, status: number, body: unknown): undefined {
  world.salesforce.intercept((call) =>
    call.path.startsWith(path) ? Response.json(body, { status }) : undefined,
  );
}

const refusal = (errorCode: string, message: string) => [{ errorCode, message }];

/** What can be wrong with an org or its user. */
export const salesforceFaults: readonly Fault[] = [
  {
    name: 'session-expired',
    what: 'the access token has ended',
    switchOn: ({ salesforce }) => {
      salesforce.expireSessions();
      return undefined;
    },
    check: 'api-access',
    weight: 'problem',
    remedy: /SALESFORCE_ACCESS_TOKEN/,
  },
  {
    name: 'api-disabled',
    what: 'the user lacks API Enabled, or the edition has no API',
    switchOn: (world) =>
      refuse(
        world,
        '/services/data',
        403,
        refusal('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner'),
      ),
    check: 'api-access',
    weight: 'problem',
    remedy: /API Enabled/,
  },
  {
    name: 'session-policy',
    what: 'a policy of the org refuses the session',
    switchOn: (world) =>
      refuse(
        world,
        '/services/data',
        401,
        refusal('INVALID_SESSION_ID', 'This session is not valid for use with the REST API'),
      ),
    check: 'api-access',
    weight: 'problem',
    remedy: /session and connected app policies/,
  },
  {
    name: 'salesforce-down',
    what: 'Salesforce does not answer',
    switchOn: (world) =>
      refuse(world, '/services/data', 503, refusal('SERVER_UNAVAILABLE', 'Service unavailable')),
    check: 'api-access',
    weight: 'problem',
    remedy: /repeated/,
  },
  {
    name: 'allowance-used-up',
    what: 'the org has no API calls left today',
    switchOn: ({ salesforce }) => {
      salesforce.apiUsage.exhausted = true;
      return undefined;
    },
    check: 'api-access',
    weight: 'problem',
    remedy: /API Requests, Last 24 Hours/,
  },
  {
    name: 'allowance-low',
    what: 'the polls of a day take more API calls than are left',
    switchOn: ({ salesforce }) => {
      salesforce.apiUsage.used = 99_900;
      return undefined;
    },
    check: 'allowance',
    weight: 'problem',
    remedy: /Poll less often or use push/,
  },
  {
    name: 'grant-revoked',
    what: 'the refresh token is dead',
    switchOn: (world, patient) => {
      world.salesforce.revokeGrants();
      return { ...patientIn(world), signIn: patient.signIn };
    },
    check: 'sign-in',
    weight: 'problem',
    remedy: /Connect again/,
  },
  {
    name: 'ip-restricted',
    what: 'the org refuses the address that the sign-in comes from',
    switchOn: (world) =>
      refuse(world, '/services/oauth2/token', 400, {
        error: 'invalid_grant',
        error_description: 'ip restricted',
      }),
    check: 'sign-in',
    weight: 'problem',
    remedy: /Login IP Ranges/,
  },
  {
    name: 'inactive-user',
    what: 'the integration user is not active',
    switchOn: (world) =>
      refuse(world, '/services/oauth2/token', 400, {
        error: 'invalid_grant',
        error_description: 'inactive user',
      }),
    check: 'sign-in',
    weight: 'problem',
    remedy: /tick Active/,
  },
  {
    name: 'app-not-approved',
    what: 'the app is not approved for the user',
    switchOn: (world) =>
      refuse(world, '/services/oauth2/token', 400, {
        error: 'invalid_grant',
        error_description: "user hasn't approved this consumer",
      }),
    check: 'sign-in',
    weight: 'problem',
    remedy: /pre-authorize/,
  },
  {
    name: 'wrong-client-secret',
    what: 'consumer key and secret are not those of the app',
    switchOn: (world) =>
      refuse(world, '/services/oauth2/token', 400, {
        error: 'invalid_client',
        error_description: 'invalid client credentials',
      }),
    check: 'sign-in',
    weight: 'problem',
    remedy: /External Client App Manager/,
  },
  {
    name: 'small-edition',
    what: 'the edition has no Apex and no Change Data Capture',
    org: {
      seed: { ...sampleOrg, Organization: [{ ...organization, OrganizationType: 'Professional Edition' }] },
      features: { changeData: false, package: false },
    },
    check: 'edition',
    weight: 'notice',
    remedy: /polling triggers/,
  },
  {
    name: 'hidden-object',
    what: 'the user may not see an object (Case)',
    ...features({ hiddenObjects: new Set(['Case']) }),
    check: 'objects',
    weight: 'problem',
    remedy: /Dealwire Core > Manage Assignments/,
  },
  {
    name: 'no-write-back',
    what: 'the user may not post to Chatter',
    ...features({ hiddenObjects: new Set(['FeedItem']) }),
    check: 'objects',
    weight: 'notice',
    remedy: /Dealwire Write-back/,
  },
  {
    name: 'hidden-field',
    what: 'field-level security hides fields (Opportunity.Amount, Lead.Rating)',
    ...features({ hiddenFields: new Set(['Opportunity.Amount', 'Lead.Rating']) }),
    check: 'fields',
    weight: 'problem',
    remedy: /Set Field-Level Security/,
  },
  {
    name: 'no-ledger',
    what: 'the package is not deployed',
    ...features({ ledger: false }),
    check: 'ledger',
    weight: 'problem',
    remedy: /Deploy the Dealwire package/,
  },
  {
    name: 'hidden-ledger-field',
    what: 'a field of the ledger is hidden',
    ...features({ hiddenFields: new Set(['Dealwire_Delivery__c.State__c']) }),
    check: 'ledger',
    weight: 'problem',
    remedy: /newest version/,
  },
  {
    name: 'read-only-ledger-field',
    what: 'a field of the ledger cannot be written',
    ...features({ readOnlyFields: new Set(['Dealwire_Delivery__c.State__c']) }),
    check: 'ledger-write',
    weight: 'problem',
    remedy: /edit access/,
  },
  {
    name: 'ledger-rule',
    what: 'a validation rule of the org refuses rows of the ledger',
    switchOn: ({ salesforce }) => {
      salesforce.onWrite(({ sobject }) =>
        sobject === 'Dealwire_Delivery__c'
          ? badRequest('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Only sales may create records')
          : undefined,
      );
      return undefined;
    },
    check: 'ledger-write',
    weight: 'problem',
    remedy: /Exempt the integration user/,
  },
  {
    name: 'history-off',
    what: 'the history of cases is not tracked',
    ...features({ caseHistory: false }),
    check: 'history',
    weight: 'notice',
    remedy: /Set History Tracking: tick IsEscalated and Priority/,
  },
  {
    name: 'field-not-tracked',
    what: 'a watched field is not tracked (Case.Priority)',
    switchOn: ({ salesforce }) => {
      salesforce.trackedFields.Case = ['IsEscalated'];
      return undefined;
    },
    check: 'history',
    weight: 'notice',
    remedy: /Set History Tracking: tick Priority\./,
  },
  {
    name: 'no-opportunity-teams',
    what: 'Team Selling is off',
    ...features({ opportunityTeams: false }),
    check: 'rows',
    weight: 'notice',
    remedy: /Opportunity Team Settings/,
  },
  {
    name: 'no-account-teams',
    what: 'Account Teams is off',
    ...features({ accountTeams: false }),
    options: { signals: ['renewal-risk'] },
    check: 'rows',
    weight: 'notice',
    remedy: /Account Teams/,
  },
  {
    name: 'no-entitlements',
    what: 'Entitlement Management is off',
    ...features({ entitlements: false }),
    check: 'rows',
    weight: 'notice',
    remedy: /Entitlement Settings/,
  },
  {
    name: 'not-captured',
    what: 'Change Data Capture leaves an object out (Lead)',
    switchOn: ({ salesforce }) => {
      salesforce.changeData.entities = ['Opportunity', 'Case', 'Contract'];
      return undefined;
    },
    check: 'change-data',
    weight: 'problem',
    remedy: /Setup > Change Data Capture: select Lead/,
  },
  {
    name: 'change-data-unseen',
    what: 'the user may not see what Change Data Capture is selected for',
    ...features({ hiddenObjects: new Set(['PlatformEventChannelMember']) }),
    check: 'change-data',
    weight: 'notice',
    remedy: /Look there: Setup > Change Data Capture/,
  },
  {
    name: 'no-events-left',
    what: 'the day’s allowance of change events is used up',
    org: { limits: { deliveredEvents: 0 } },
    check: 'change-data',
    weight: 'problem',
    remedy: /Wait, or poll/,
  },
  {
    name: 'no-view-all',
    what: 'the user lacks View All Records (Case)',
    ...features({ withoutViewAll: new Set(['Case']) }),
    check: 'view-all',
    weight: 'problem',
    remedy: /Dealwire Replay > Manage Assignments/,
  },
  {
    name: 'no-push',
    what: 'the part push of the package is not deployed',
    ...features({ package: false }),
    check: 'push',
    weight: 'problem',
    remedy: /Deploy the part push/,
  },
];

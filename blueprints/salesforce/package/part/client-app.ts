import { OAUTH_SCOPE } from '../../../../shared/salesforce/oauth.ts';
import type { Choices } from '../choices.ts';
import type { Files } from '../files.ts';
import { metadata } from '../metadata.ts';

const APP = 'Dealwire';

/** OAuth scopes in the names that metadata has for them. */
const SCOPES: Readonly<Record<string, string>> = { api: 'Api', refresh_token: 'RefreshToken', id: 'Basic' };

/** The External Client App that both platforms sign in with; Salesforce makes its consumer key and secret. */
export function clientApp({ callbackUrls, contactEmail }: Choices): Files {
  return new Map([
    [
      `client-app/externalClientApps/${APP}.eca-meta.xml`,
      metadata('ExternalClientApplication', {
        contactEmail,
        description: 'Connects Zapier and Make with this org for Dealwire.',
        distributionState: 'Local',
        isProtected: false,
        label: APP,
      }),
    ],
    [
      `client-app/extlClntAppGlobalOauthSets/${APP}_glbloauth.ecaGlblOauth-meta.xml`,
      metadata('ExtlClntAppGlobalOauthSettings', {
        callbackUrl: callbackUrls.join('\n'),
        externalClientApplication: APP,
        isConsumerSecretOptional: false,
        isIntrospectAllTokens: false,
        isPkceRequired: true,
        isSecretRequiredForRefreshToken: true,
        label: `${APP} global OAuth settings`,
        shouldRotateConsumerKey: false,
        shouldRotateConsumerSecret: false,
      }),
    ],
    [
      `client-app/extlClntAppOauthSettings/${APP}_oauth.ecaOauth-meta.xml`,
      metadata('ExtlClntAppOauthSettings', {
        commaSeparatedOauthScopes: OAUTH_SCOPE.split(' ')
          .map((scope) => scopeName(scope))
          .join(', '),
        externalClientApplication: APP,
        isFirstPartyAppEnabled: false,
        label: `${APP} OAuth settings`,
      }),
    ],
  ]);
}

function scopeName(scope: string): string {
  const name = SCOPES[scope];
  if (name === undefined) throw new Error(`Metadata has no name for the OAuth scope ${scope}.`);
  return name;
}

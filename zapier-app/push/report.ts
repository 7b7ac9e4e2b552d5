import { aboutLiveZaps, type Pushed } from './push-integration.ts';

const SET_UP =
  'The version has no consumer key and secret, so nobody can connect: set SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET in the environment and run npm run push:zapier -- --replace';

/** A finished push as one JSON document. */
export function reportJson(pushed: Pushed): string {
  const { integration, version, dryRun, settings, callbackUrl, replaced } = pushed;
  const document = {
    app: nameFor(pushed),
    integration: { id: integration.id, title: integration.title },
    version,
    replaced: replaced !== undefined,
    dryRun,
    settings,
    callbackUrl: callbackUrl ?? null,
    liveZaps: aboutLiveZaps(pushed),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A finished push for people: what comes next, and what happens to Zaps that exist. */
export function reportText(pushed: Pushed): string {
  const { integration, version, dryRun, settings, callbackUrl } = pushed;
  const lines = [
    dryRun
      ? `Nothing was uploaded. Version ${version} would go to "${integration.title}" (${integration.id}).`
      : `Version ${version} is in "${integration.title}" (${integration.id}).`,
    ...aboutLiveZaps(pushed),
    ...(settings === 'missing' ? [SET_UP] : []),
    ...(callbackUrl === undefined ? [] : [`Callback URL for the External Client App: ${callbackUrl}`]),
    `For the blueprints: npm run blueprints -- --zapier-app ${nameFor(pushed)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What exported Zaps call the version. */
function nameFor({ integration, version }: Pushed): string {
  return `App${integration.id}CLIAPI@${version}`;
}

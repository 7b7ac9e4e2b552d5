/** A version of an integration as Zapier keeps it. */
export interface StoredVersion {
  readonly version: string;
  readonly user_count: number;
  readonly lifecycle: { readonly status: 'private' | 'promoted' | 'deprecated' };
  readonly platform_version: string;
  readonly date: string;
  readonly last_changed: string;
  readonly oauth_redirect_uri: string;
  /** Settings of the version. */
  readonly environment: Record<string, string>;
  /** The uploaded package, as base64. */
  readonly zip: string;
}

/** An integration of the account. */
export interface StoredIntegration {
  readonly id: number;
  readonly title: string;
  readonly versions: Map<string, StoredVersion>;
  /** What Zapier wants to know before it takes a package; null where nobody said it. */
  readonly description: string | null;
}

/** What an account holds, and what it refuses. */
export interface ZapierAccount {
  readonly deployKey: string;
  readonly integrations: StoredIntegration[];
  /** Why the next upload is refused. */
  refuseUpload: string | undefined;
}

const BASE = '/api/platform/cli';
const NOW = '2026-11-20T22:00:00+00:00';

/**
 * Answers what zapier-platform-cli 19.1.0 asks for when it lists, uploads and reads settings: paths, methods and bodies are
 * read in its source, what Zapier answers beyond them is a guess.
 */
export function createZapierApi(account: ZapierAccount): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(BASE)) return refused(404, 'Not found');
    if (request.headers.get('x-deploy-key') !== account.deployKey) return refused(401, 'Unauthorized');
    const [collection, id, part, version, detail] = pathname.slice(BASE.length + 1).split('/');
    if (collection !== 'apps') return refused(404, 'Not found');
    if (id === undefined) return Response.json({ objects: account.integrations.map(appView) });
    const integration = account.integrations.find((each) => String(each.id) === id);
    if (integration === undefined) return refused(404, 'Not found');
    if (part === undefined) return Response.json(appView(integration));
    if (part !== 'versions') return refused(404, 'Not found');
    if (version === undefined)
      return Response.json({ objects: [...integration.versions.values()].map(versionView) });
    const stored = integration.versions.get(version);
    if (request.method === 'PUT') {
      if (account.refuseUpload !== undefined) return refused(400, account.refuseUpload);
      const { zip_file: zip } = (await request.json()) as { readonly zip_file: string };
      integration.versions.set(version, newVersion(integration, version, zip));
      return Response.json({});
    }
    if (stored === undefined) return refused(404, 'Not found');
    if (detail === undefined) return Response.json(versionView(stored));
    if (detail === 'environment') {
      const objects = Object.entries(stored.environment).map(([key, value]) => ({ key, value }));
      return Response.json({ objects });
    }
    if (detail === 'multi-environment' && request.method === 'POST') {
      Object.assign(stored.environment, await request.json());
      return Response.json({});
    }
    return refused(404, 'Not found');
  };
}

/** A version; its settings are those of the version before it, which Zapier copies. */
function newVersion({ id, versions }: StoredIntegration, version: string, zip: string): StoredVersion {
  const before = versions.get(version) ?? [...versions.values()].at(-1);
  return {
    version,
    user_count: versions.get(version)?.user_count ?? 0,
    lifecycle: { status: 'private' },
    platform_version: '19.1.0',
    date: NOW,
    last_changed: NOW,
    oauth_redirect_uri: `https://zapier.com/dashboard/auth/oauth/return/App${id}CLIAPI/`,
    environment: { ...before?.environment },
    zip,
  };
}

function appView({ id, title, description, versions }: StoredIntegration) {
  return {
    id,
    title,
    description,
    key: `App${id}`,
    date: NOW,
    status: 'private',
    app_category: 'crm',
    intention: 'private',
    role: 'employee',
    all_versions: [...versions.keys()],
  };
}

function versionView({ environment: _, zip: __, ...shown }: StoredVersion) {
  return shown;
}

function refused(status: number, reason: string): Response {
  return Response.json({ errors: [reason] }, { status });
}

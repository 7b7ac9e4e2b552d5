import jsonc from 'jsonc-parser';
import { Refusal, sectionAnswer } from './answer.ts';
import {
  emptyApp,
  type StoredApp,
  type StoredComponent,
  type StoredKind,
  templateComponent,
} from './stored-app.ts';

/** Whose key it is, and what the key may do. */
export interface Account {
  readonly owner: string;
  readonly scopes: readonly ('sdk-apps:read' | 'sdk-apps:write')[];
}

/** The part of Make's API that keeps custom apps, in memory. */
export interface MakeApi {
  readonly apps: Map<string, StoredApp>;
  handle(request: Request): Promise<Response>;
}

/** How this Make behaves where real ones differ. */
export interface Behaviour {
  readonly accounts: Readonly<Record<string, Account>>;
  /** What is put behind the name of a new app; '' for privileged accounts. */
  readonly suffix?: () => string;
  readonly sections?: 'text' | 'parsed';
  /** Whether the answer to a new webhook holds its name. */
  readonly namesWebhooks?: boolean;
}

const SINGULAR: Readonly<Record<StoredKind, string>> = {
  connections: 'appConnection',
  rpcs: 'appRpc',
  webhooks: 'appWebhook',
  modules: 'appModule',
};
const APP = /^\/api\/v2\/sdk\/apps\/([a-z][^/]*)\/(\d+)(?:\/(base|groups|readme|common|icon))?$/;
const LIST = /^\/api\/v2\/sdk\/apps\/([a-z][^/]*)\/(?:\d+\/)?(connections|rpcs|webhooks|modules)$/;
const OF_APP = /^\/api\/v2\/sdk\/apps\/([a-z][^/]*)\/\d+\/(rpcs|modules)\/([^/]+)(?:\/([a-z]+))?$/i;
const ALONE = /^\/api\/v2\/sdk\/apps\/(connections|webhooks)\/([^/]+)(?:\/([a-z]+))?$/i;

/** A Make without apps that knows these accounts. */
export function createMakeApi(behaviour: Behaviour): MakeApi {
  const apps = new Map<string, StoredApp>();
  const { sections = 'text', namesWebhooks = true, suffix = () => 'ab12cd' } = behaviour;

  function appOf(name: string, owner: string): StoredApp {
    const app = apps.get(name);
    if (app === undefined) throw new Refusal(404, `Can't find app '${name}'.`);
    if (app.owner !== owner) throw new Refusal(403, 'Access denied.');
    return app;
  }

  function createApp(body: Record<string, unknown>, owner: string): Response {
    const end = suffix();
    const name = `${body.name}${end === '' ? '' : `-${end}`}`;
    for (const field of ['name', 'label', 'audience'])
      if (typeof body[field] !== 'string') throw new Refusal(400, `Missing value of ${field}.`);
    if (apps.has(name)) throw new Refusal(409, `App with name '${name}' already exists.`);
    const app = emptyApp(name, owner, body);
    apps.set(name, app);
    return Response.json({ app: { name, label: body.label, version: 1, public: false, approved: false } });
  }

  function list(owner: string): Response {
    const own = [...apps.values()].filter((app) => app.owner === owner);
    return Response.json({
      apps: own.map(({ name, version, traits }) => ({ name, version, label: traits.label, beta: false })),
    });
  }

  async function ofApp(app: StoredApp, request: Request, section: string | undefined): Promise<Response> {
    const { method } = request;
    if (section === undefined) return Response.json({ app: { name: app.name, version: app.version } });
    if (section === 'icon') {
      app.icon = Buffer.from(await request.arrayBuffer());
      return Response.json({ changed: true });
    }
    if (section === 'common') {
      if (method === 'PUT') app.common = await objectOf(request);
      return Response.json(method === 'PUT' ? { changed: true } : app.common);
    }
    if (section === 'readme') {
      if (method === 'PUT') app.sections.set('readme', await request.text());
      return method === 'PUT' ? Response.json({ changed: true }) : new Response(app.sections.get('readme'));
    }
    if (method !== 'PUT') return sectionAnswer(app.sections.get(section) ?? '', sections);
    const text = await codeOf(request);
    if (section === 'groups')
      for (const { modules } of jsonc.parse(text))
        for (const id of modules)
          if (!app.components.modules.has(id)) throw new Refusal(400, `Module '${id}' does not exist.`);
    app.sections.set(section, text);
    return Response.json({ change: {} });
  }

  async function ofKind(app: StoredApp, kind: StoredKind, request: Request): Promise<Response> {
    const stored = app.components[kind];
    if (request.method === 'GET')
      return Response.json({
        [`${SINGULAR[kind]}s`]: [...stored.values()].map(({ name, traits }) => ({ name, ...traits })),
      });
    const { moduleInitMode, name: asked, ...traits } = await objectOf(request);
    checkUses(app, traits);
    const isNamed = kind === 'modules' || kind === 'rpcs';
    const name = isNamed ? String(asked) : `${app.name}${stored.size === 0 ? '' : stored.size + 1}`;
    if (stored.has(name)) throw new Refusal(400, `'${name}' already exists.`);
    const component = templateComponent(name, traits);
    if (moduleInitMode === 'blank') component.sections.clear();
    stored.set(name, component);
    const answered = kind === 'webhooks' && !namesWebhooks ? traits : { name, ...traits };
    return Response.json({ [SINGULAR[kind]]: answered });
  }

  function checkUses(app: StoredApp, traits: Readonly<Record<string, unknown>>): void {
    for (const [trait, kind] of [
      ['connection', 'connections'],
      ['webhook', 'webhooks'],
    ] as const) {
      const used = traits[trait];
      if (typeof used === 'string' && !app.components[kind].has(used))
        throw new Refusal(400, `The ${trait} '${used}' does not exist.`);
    }
  }

  async function ofComponent(
    app: StoredApp,
    kind: StoredKind,
    component: StoredComponent,
    request: Request,
    section: string | undefined,
  ): Promise<Response> {
    const { method } = request;
    if (section === 'common') {
      if (method === 'PUT') component.common = await objectOf(request);
      return Response.json(method === 'PUT' ? { changed: true } : component.common);
    }
    if (section !== undefined && method === 'PUT') {
      component.sections.set(section, await codeOf(request));
      return Response.json({ change: {} });
    }
    if (section !== undefined) return sectionAnswer(component.sections.get(section) ?? 'null', sections);
    if (method === 'PATCH') {
      const traits = await objectOf(request);
      checkUses(app, traits);
      component.traits = { ...component.traits, ...traits };
    }
    return Response.json({ [SINGULAR[kind]]: { name: component.name, ...component.traits } });
  }

  async function route(request: Request): Promise<Response> {
    const [scheme, key = ''] = (request.headers.get('authorization') ?? '').split(' ');
    const account = behaviour.accounts[key];
    if (account === undefined || scheme !== 'Token') throw new Refusal(401, 'Access denied.');
    const { owner, scopes } = account;
    const needed = request.method === 'GET' ? 'sdk-apps:read' : 'sdk-apps:write';
    if (!scopes.includes(needed)) throw new Refusal(403, `Insufficient scope: ${needed}.`);
    const { pathname } = new URL(request.url);
    if (pathname === '/api/v2/sdk/apps')
      return request.method === 'GET' ? list(owner) : createApp(await objectOf(request), owner);
    const alone = ALONE.exec(pathname);
    if (alone !== null) {
      const [, kind, name = '', section] = alone as unknown as [string, StoredKind, string, string?];
      const app = [...apps.values()].find((one) => one.components[kind].has(name));
      const component = app?.components[kind].get(name);
      if (app === undefined || component === undefined) throw new Refusal(404, 'Not found.');
      return ofComponent(appOf(app.name, owner), kind, component, request, section);
    }
    const listed = LIST.exec(pathname);
    if (listed !== null) return ofKind(appOf(listed[1] ?? '', owner), listed[2] as StoredKind, request);
    const part = OF_APP.exec(pathname);
    if (part !== null) {
      const [, name = '', kind, id = '', section] = part as unknown as [
        string,
        string,
        StoredKind,
        string,
        string?,
      ];
      const component = appOf(name, owner).components[kind].get(id);
      if (component === undefined) throw new Refusal(404, 'Not found.');
      return ofComponent(appOf(name, owner), kind, component, request, section);
    }
    const whole = APP.exec(pathname);
    if (whole !== null) return ofApp(appOf(whole[1] ?? '', owner), request, whole[3]);
    throw new Refusal(404, 'Not found.');
  }

  return {
    apps,
    handle: async (request) => {
      try {
        return await route(request);
      } catch (error) {
        if (error instanceof Refusal) return error.response();
        throw error;
      }
    },
  };
}

async function objectOf(request: Request): Promise<Record<string, unknown>> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    throw new Refusal(400, 'The body must be JSON.');
  return (await request.json()) as Record<string, unknown>;
}

async function codeOf(request: Request): Promise<string> {
  if (request.headers.get('content-type') !== 'application/jsonc')
    throw new Refusal(400, 'A section is sent as application/jsonc.');
  const text = await request.text();
  const mistakes: jsonc.ParseError[] = [];
  jsonc.parse(text, mistakes);
  if (mistakes.length > 0) throw new Refusal(400, 'The section is no valid JSON.');
  return text;
}

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  contentOf,
  FIXTURE,
  GENERATED,
  leaveConnectionOnly,
  openPushing,
  type Pushing,
  writes,
} from './pushing.ts';

let pushing: Pushing;
afterEach(() => pushing.close());

const WATCH = 'modules/watch-records/watch-records.communication.iml.json';

describe('a first push', () => {
  it.each([
    ['the generated app', GENERATED],
    ['an app with a webhook and a responder', FIXTURE],
  ])('creates %s with every code file as it stands in the folder', async (_, folder) => {
    pushing = await openPushing(folder);
    const { code, out, err } = await pushing.push();
    expect(err).not.toMatch(/undefined|NaN/);
    expect(code).toBe(0);
    expect(out).toContain('npm run blueprints -- --make-app dealwire-ab12cd');
    const manifest = JSON.parse(readFileSync(join(folder, 'makecomapp.json'), 'utf8'));
    const app = pushing.api.apps.get('dealwire-ab12cd');
    const sent = [...(app?.sections.values() ?? [])];
    for (const stored of Object.values(app?.components ?? {}))
      for (const { sections } of stored.values()) sent.push(...sections.values());
    const files = [
      manifest.generalCodeFiles,
      ...Object.values(manifest.components).flatMap((kind) =>
        Object.values(kind as object).map(({ codeFiles }) => codeFiles),
      ),
    ].flatMap((codeFiles) => Object.entries(codeFiles));
    for (const [key, file] of files)
      if (file !== null && key !== 'common')
        expect(sent).toContain(readFileSync(join(folder, String(file)), 'utf8'));
    for (const kind of ['connection', 'webhook', 'module', 'rpc'] as const)
      expect(app?.components[`${kind}s`].size).toBe(Object.keys(manifest.components[kind]).length);
  });

  it('sends connections before what uses them, and groups after the modules', async () => {
    pushing = await openPushing();
    await pushing.push();
    const order = writes(pushing);
    const first = (part: string) => order.findIndex((call) => call.includes(part));
    expect(order[0]).toBe('POST ');
    expect(order.at(-1)).toBe('PUT /dealwire-ab12cd/1/groups');
    expect(first('/connections')).toBeLessThan(first('POST /dealwire-ab12cd/1/rpcs'));
    expect(first('/rpcs')).toBeLessThan(first('POST /dealwire-ab12cd/webhooks'));
    expect(first('/webhooks')).toBeLessThan(first('POST /dealwire-ab12cd/1/modules'));
  });

  it('names connections and webhooks by the names Make gave them', async () => {
    pushing = await openPushing(FIXTURE, { namesWebhooks: false });
    await pushing.push();
    const modules = pushing.api.apps.get('dealwire-ab12cd')?.components.modules;
    expect(modules?.get('openRoom')?.traits).toMatchObject({
      connection: 'dealwire-ab12cd',
      typeId: 4,
      crud: 'create',
    });
    expect(modules?.get('onPush')?.traits).toMatchObject({ webhook: 'dealwire-ab12cd', typeId: 10 });
  });

  it('sends the icon once, and again when it changed or its digest was lost', async () => {
    pushing = await openPushing(GENERATED);
    leaveConnectionOnly(pushing.folder);
    const icons = () => writes(pushing).filter((call) => call.endsWith('/icon')).length;
    await pushing.push();
    await pushing.push();
    expect(icons()).toBe(1);
    rmSync(pushing.memoryFile);
    await pushing.push();
    expect(icons()).toBe(2);
  });
});

describe('a push into the app of an earlier one', () => {
  it.each([
    'text',
    'parsed',
  ] as const)('sends nothing when nothing changed and Make answers sections as %s', async (sections) => {
    pushing = await openPushing(sections === 'text' ? GENERATED : FIXTURE, { sections });
    await pushing.push();
    pushing.server.forget();
    const { code, out } = await pushing.push(['--json']);
    expect(code).toBe(0);
    expect(writes(pushing)).toEqual([]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ name: 'dealwire-ab12cd', version: 1, created: [], changed: [] });
    expect(report.unchanged).toContain(`module/${sections === 'text' ? 'openDealRoom' : 'openRoom'}/api`);
  });

  it('sends the one section whose file changed', async () => {
    pushing = await openPushing();
    await pushing.push();
    pushing.server.forget();
    pushing.edit(WATCH, '/records', '/all-records');
    const { out } = await pushing.push(['--json']);
    expect(writes(pushing)).toEqual(['PUT /dealwire-ab12cd/1/modules/watchRecords/api']);
    expect(JSON.parse(out)).toMatchObject({ created: [], changed: ['module/watchRecords/api'] });
  });

  it('sends the one trait that changed', async () => {
    pushing = await openPushing();
    await pushing.push();
    pushing.server.forget();
    pushing.edit('makecomapp.json', '"label": "Open a room"', '"label": "Open one room"');
    await pushing.push();
    expect(writes(pushing)).toEqual(['PATCH /dealwire-ab12cd/1/modules/openRoom']);
    expect(pushing.server.calls.find(({ method }) => method === 'PATCH')?.body).toBe(
      '{"label":"Open one room"}',
    );
  });

  it('does not count comments and layout as a change', async () => {
    pushing = await openPushing();
    await pushing.push();
    pushing.server.forget();
    pushing.edit('general/base.iml.json', '{', '// where calls go\n{\n\n');
    await pushing.push();
    expect(writes(pushing)).toEqual([]);
  });

  it('leaves alone what is on Make only, and says so', async () => {
    pushing = await openPushing();
    await pushing.push();
    const modules = pushing.api.apps.get('dealwire-ab12cd')?.components.modules;
    modules?.set('old', { name: 'old', traits: { label: 'Old' }, sections: new Map(), common: {} });
    const { err } = await pushing.push();
    expect(err).toContain('module old: on Make only, left as it is');
    expect(modules?.has('old')).toBe(true);
  });

  it('finds the app, its connection and its webhook again when the memory was lost', async () => {
    pushing = await openPushing();
    await pushing.push();
    rmSync(pushing.memoryFile);
    pushing.server.forget();
    await pushing.push();
    expect(writes(pushing)).toEqual([]);
    expect(pushing.api.apps.size).toBe(1);
  });

  it('updates the app that --app names', async () => {
    const suffixes = ['n1', 'n2'];
    pushing = await openPushing(FIXTURE, { suffix: () => suffixes.shift() ?? '' });
    await pushing.push(['--name', 'first-app']);
    await pushing.push(['--name', 'second-app', '--app', 'first-app-n1']);
    expect([...pushing.api.apps.keys()]).toEqual(['first-app-n1']);
  });
});

describe('a push that breaks off', () => {
  it.each([
    'before',
    'after',
  ] as const)('is finished by the next one, whichever request is cut %s its effect', async (cut) => {
    const whole = await openPushing();
    await whole.push();
    const expected = contentOf(whole);
    const count = whole.server.calls.length;
    await whole.close();
    pushing = await openPushing();
    for (let broken = 0; broken < count; broken += 1) {
      pushing.api.apps.clear();
      rmSync(pushing.memoryFile, { force: true });
      let seen = -1;
      pushing.server.intercept(() => {
        seen += 1;
        return seen === broken ? cut : undefined;
      });
      const first = await pushing.push();
      pushing.server.intercept(undefined);
      expect(first.code).toBe(1);
      expect(first.err).toContain('goes on where this run stopped');
      expect((await pushing.push()).code).toBe(0);
      expect(contentOf(pushing)).toEqual(expected);
    }
  });

  it('sends again only what had not arrived', async () => {
    pushing = await openPushing();
    let puts = 0;
    pushing.server.intercept(({ method }) => {
      if (method === 'PUT') puts += 1;
      return method === 'PUT' && puts === 5 ? 'before' : undefined;
    });
    await pushing.push();
    const arrived = writes(pushing).slice(0, -1);
    pushing.server.intercept(undefined);
    pushing.server.forget();
    await pushing.push();
    for (const call of arrived) if (call.startsWith('PUT')) expect(writes(pushing)).not.toContain(call);
  });
});

describe('a dry run', () => {
  it('shows what a first push would create, and creates nothing', async () => {
    pushing = await openPushing();
    const { code, out, err } = await pushing.push(['--dry-run']);
    expect(code).toBe(0);
    expect(writes(pushing)).toEqual([]);
    expect(pushing.api.apps.size).toBe(0);
    expect(err).toContain('module openRoom: would be created');
    expect(out).toContain('--- module/openRoom/api\n+ ');
    expect(out).toContain('Nothing was sent.');
  });

  it('shows the lines that differ, and sends only GETs', async () => {
    pushing = await openPushing();
    await pushing.push();
    pushing.server.forget();
    pushing.edit(WATCH, '/records', '/all-records');
    const memory = readFileSync(pushing.memoryFile, 'utf8');
    const { out } = await pushing.push(['--dry-run']);
    expect(new Set(pushing.server.calls.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(out).toMatch(/^- .*\/records.*\n\+ .*\/all-records/m);
    expect(readFileSync(pushing.memoryFile, 'utf8')).toBe(memory);
    const json = JSON.parse((await pushing.push(['--dry-run', '--json'])).out);
    expect(json).toMatchObject({
      name: 'dealwire-ab12cd',
      dryRun: true,
      changed: ['module/watchRecords/api'],
    });
  });

  it('names no app when it would create one', async () => {
    pushing = await openPushing();
    expect(JSON.parse((await pushing.push(['--dry-run', '--json'])).out)).toMatchObject({
      name: null,
      version: null,
    });
  });
});

it('progress names each component on standard error, the result goes to standard output', async () => {
  pushing = await openPushing();
  const { out, err } = await pushing.push(['--json']);
  expect(err).toContain('connection both: created; 2 of 2 parts sent\n');
  expect(err).toContain('groups: groups sent\n');
  expect(() => JSON.parse(out)).not.toThrow();
});

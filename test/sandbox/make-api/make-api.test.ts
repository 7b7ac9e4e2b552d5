import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Make } from '@makehq/sdk';
import { type Server, serve } from '../serve.ts';
import { createMakeApi } from './make-api.ts';

const KEY = '11111111-2222-4333-8444-555555555555';

describe("The stand-in for Make's API, asked by the SDK", () => {
  let server: Server;
  let make: Make;
  const open = (key: string) => {
    make = new Make(key, new URL(server.url).host);
    make.protocol = 'http';
    return make.sdk;
  };

  beforeEach(async () => {
    const api = createMakeApi({
      accounts: { [KEY]: { owner: 'us', scopes: ['sdk-apps:read', 'sdk-apps:write'] } },
    });
    server = await serve('make', api.handle);
  });
  afterEach(() => server.close());

  it('gives a new app a suffix and lists it', async () => {
    const { apps } = open(KEY);
    const { name } = await apps.create({ name: 'mine', label: 'Mine', audience: 'global' });
    expect(name).toBe('mine-ab12cd');
    expect(await apps.list()).toEqual([{ name, version: 1, label: 'Mine', beta: false }]);
  });

  it('gives back sections, documents and common data as they were set', async () => {
    const { apps } = open(KEY);
    const { name } = await apps.create({ name: 'mine', label: 'Mine', audience: 'global' });
    await apps.setSection(name, 1, 'base', '{ "a": 1 } // told');
    await apps.setDocs(name, 1, '# Mine');
    await apps.setCommon(name, 1, { a: 1 });
    expect(await apps.getSection(name, 1, 'base')).toBe('{ "a": 1 } // told');
    expect(await apps.getDocs(name, 1)).toBe('# Mine');
    expect(await apps.getCommon(name, 1)).toEqual({ a: 1 });
  });

  it('refuses a key it does not know, an app of nobody, and broken code', async () => {
    await expect(open('22222222-2222-4333-8444-555555555555').apps.list()).rejects.toMatchObject({
      statusCode: 401,
    });
    const { apps } = open(KEY);
    await expect(apps.get('none', 1)).rejects.toMatchObject({ statusCode: 404 });
    const { name } = await apps.create({ name: 'mine', label: 'Mine', audience: 'global' });
    await expect(apps.setSection(name, 1, 'base', '{ half')).rejects.toMatchObject({ statusCode: 400 });
  });

  it('refuses what names something missing: groups without their modules, modules without their connection', async () => {
    const { apps, modules } = open(KEY);
    const { name } = await apps.create({ name: 'mine', label: 'Mine', audience: 'global' });
    const groups = '[{ "label": "All", "modules": ["one"] }]';
    await expect(apps.setSection(name, 1, 'groups', groups)).rejects.toThrow("Module 'one' does not exist.");
    const one = { name: 'one', typeId: 4, label: 'One', description: '', moduleInitMode: 'blank' } as const;
    await expect(modules.create(name, 1, { ...one, connection: 'gone' } as typeof one)).rejects.toThrow(
      'gone',
    );
    await modules.create(name, 1, one);
    await apps.setSection(name, 1, 'groups', groups);
    expect(await apps.getSection(name, 1, 'groups')).toBe(groups);
  });
});

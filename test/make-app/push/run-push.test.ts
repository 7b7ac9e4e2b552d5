import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyApp } from '../../sandbox/make-api/stored-app.ts';
import {
  FIXTURE,
  GENERATED,
  KEY,
  OTHER,
  openPushing,
  type Pushed,
  type Pushing,
  READ_ONLY,
  writes,
} from './pushing.ts';

let pushing: Pushing;
beforeEach(async () => {
  pushing = await openPushing();
});
afterEach(() => pushing.close());

/** A run that failed: one message and one remedy, nothing on standard output, no key anywhere. */
function failed({ code, out, err }: Pushed): string {
  expect(code).toBe(1);
  expect(out).toBe('');
  for (const key of [KEY, READ_ONLY, OTHER]) expect(err).not.toContain(key);
  return err;
}

describe('a push is refused before any request', () => {
  afterEach(() => expect(pushing.server.calls).toEqual([]));

  it.each([
    'eu2',
    'https://eu2.make.com',
    'eu2.make.com.example.org',
    'example.org',
    'EU2.make.com',
    'eu2.make.com/x',
  ])('for the zone %s', async (zone) => {
    expect(failed(await pushing.push(['--zone', zone]))).toMatch(
      /^--zone: is no host of a Make zone\.\n.*eu2\.make\.com/,
    );
  });

  it('for a stand-in beyond this machine', async () => {
    const run = await pushing.push([], { DEALWIRE_MAKE_URL: 'https://example.org' });
    expect(failed(run)).toMatch(/^DEALWIRE_MAKE_URL: only an http address of this machine/);
  });

  it.each([
    [['--api-key', KEY], '--api-key: a key or secret is never an argument'],
    [[`--key=${KEY}`], '--key: a key or secret is never an argument'],
    [['--token', KEY], '--token: a key or secret'],
    [['--client-secret', 'x'], '--client-secret: a key or secret'],
    [[KEY], 'Arguments: one has no name; a key is never an argument'],
    [[`MAKE_API_KEY=${KEY}`], 'Arguments: one has no name'],
  ])('for a key in the arguments %#, with the reason', async (argv, message) => {
    const err = failed(await pushing.push(argv));
    expect(err).toContain(message);
    expect(err).toContain('Every process of this machine can read arguments');
  });

  it.each([
    [['--apps', 'x'], '--apps: is unknown'],
    [['--app'], '--app: needs a value'],
    [['--app', 'No Name'], '--app: is no name of an app'],
    [['--name', 'x'], '--name: is no name of an app'],
  ])('for the arguments %j', async (argv, message) => {
    expect(failed(await pushing.push(argv))).toContain(message);
  });

  it.each([
    [undefined, 'There is no API key of Make.'],
    ['', 'There is no API key of Make.'],
    ['  ', 'There is no API key of Make.'],
    ['a\nb', 'The API key of Make holds characters that no key has.'],
  ])('without a usable key (%j) and without a terminal', async (key, message) => {
    expect(failed(await pushing.push([], { MAKE_API_KEY: key }))).toContain(message);
  });

  it.each(['SALESFORCE_CLIENT_ID', 'SALESFORCE_CLIENT_SECRET'])('with %s alone', async (name) => {
    expect(failed(await pushing.push([], { [name]: 'half' }))).toContain('is not set, but the other half is');
  });

  it('for a folder without an app', async () => {
    rmSync(join(pushing.folder, 'makecomapp.json'));
    expect(failed(await pushing.push())).toMatch(/There is no makecomapp\.json in .*\n.*npm run build/);
  });

  it('for a half-built app, naming every missing file', async () => {
    rmSync(join(pushing.folder, 'modules/open-room'), { recursive: true });
    const err = failed(await pushing.push());
    expect(err).toContain('modules/open-room/open-room.communication.iml.json: does not exist');
    expect(err).toContain('modules/open-room/open-room.interface.iml.json: does not exist');
    expect(err).toContain('npm run build');
  });

  it.each([
    ['general/base.iml.json', '{', '{ "a" 1', /general\/base\.iml\.json: line 1: ColonExpected/],
    ['modules/groups.json', '[', '{', /modules\/groups\.json: line 1/],
    [
      'makecomapp.json',
      '"fileVersion": 1',
      '"fileVersion": 2',
      /makecomapp\.json: has a fileVersion other than 1/,
    ],
    [
      'makecomapp.json',
      '"webhook": "push"',
      '"webhook": "pull"',
      /module onPush uses the webhook pull, which is not listed/,
    ],
    [
      'makecomapp.json',
      '"moduleType": "search"',
      '"moduleType": "find"',
      /module listPeople has no moduleType/,
    ],
    ['makecomapp.json', '"label": "Push",', '', /webhook push has no label/],
    ['makecomapp.json', '"openRoom"', '"open room"', /module open room has an id that Make does not take/],
    [
      'makecomapp.json',
      'modules/groups.json',
      '../groups.json',
      /\.\.\/groups\.json: lies outside the app folder/,
    ],
    [
      'makecomapp.json',
      '"function": {}',
      '"function": { "f": {} }',
      /kind function, which a push does not send/,
    ],
    [
      'modules/groups.json',
      '"modules":',
      '"modules": ["gone"], "others":',
      /names the module gone, which is not listed/,
    ],
  ])('for a bad file, naming it: %s with %s', async (file, from, to, message) => {
    pushing.edit(file, from, to);
    expect(failed(await pushing.push())).toMatch(message);
  });

  it.each([
    ['{}', 'holds object where Make takes a list of fields'],
    ['[{ "label": "No name" }]', 'field 1 lacks a name or a type'],
    ['null', 'holds null where Make takes a list of fields'],
  ])('for fields that are none: %s', async (text, message) => {
    const file = 'modules/open-room/open-room.mappable-params.iml.json';
    writeFileSync(join(pushing.folder, file), text);
    expect(failed(await pushing.push())).toContain(`${file}: ${message}`);
  });

  it('for an icon of another size', async () => {
    const icon = readFileSync(join(GENERATED, 'icon.png'));
    icon.writeUInt32BE(256, 16);
    writeFileSync(join(pushing.folder, 'icon.png'), icon);
    expect(failed(await pushing.push())).toContain('icon.png: is no PNG of 512 x 512 pixels');
  });
});

describe('what Make refuses is explained', () => {
  it('a key it does not know, and with it the wrong zone', async () => {
    const unknown = '99999999-2222-4333-8444-555555555555';
    const err = failed(await pushing.push([], { MAKE_API_KEY: unknown }));
    expect(err).toMatch(/does not accept the API key in the zone .* \(401\) while listing your apps/);
    expect(err).toContain('a key works only in the zone');
    expect(err).not.toContain(unknown);
  });

  it('a key without the scope to write', async () => {
    const err = failed(await pushing.push([], { MAKE_API_KEY: READ_ONLY }));
    expect(err).toMatch(/forbids creating the app dealwire \(403\).*sdk-apps:write/);
  });

  it('a name that is taken', async () => {
    await pushing.close();
    pushing = await openPushing(FIXTURE, { suffix: () => '' });
    await pushing.push([], { MAKE_API_KEY: OTHER });
    rmSync(pushing.memoryFile);
    const err = failed(await pushing.push());
    expect(err).toContain('An app with the name dealwire exists already, and it is not among yours.');
    expect(err).toContain('--name NAME');
    expect((await pushing.push(['--name', 'deal-wire'])).code).toBe(0);
  });

  it('an app that belongs to somebody else, by name or by memory', async () => {
    await pushing.push([], { MAKE_API_KEY: OTHER });
    pushing.server.forget();
    const remembered = failed(await pushing.push());
    expect(remembered).toContain(
      'The app dealwire-ab12cd, into which you pushed before, is not among the apps',
    );
    rmSync(pushing.memoryFile);
    const named = failed(await pushing.push(['--app', 'dealwire-ab12cd']));
    expect(named).toContain('The app dealwire-ab12cd is not among the apps of this key');
    expect(named).toContain('belongs to somebody else');
    expect(writes(pushing)).toEqual([]);
  });

  it('several apps that look like this one', async () => {
    for (const name of ['dealwire-one', 'dealwire-two', 'dealwirelike'])
      pushing.api.apps.set(name, emptyApp(name, 'us', { label: 'Dealwire' }));
    pushing.api.apps.set('dealwire-three', emptyApp('dealwire-three', 'us', { label: 'Of my own' }));
    expect(failed(await pushing.push())).toMatch(
      /look like this one: dealwire-one, dealwire-two\.\n.*--app NAME/,
    );
    expect((await pushing.push(['--app', 'dealwire-two'])).code).toBe(0);
  });

  it('a section it does not take, with the file', async () => {
    pushing.server.intercept(({ method, path }) =>
      method === 'PUT' && path.endsWith('/modules/openRoom/interface')
        ? Response.json(
            { message: 'Validation failed', suberrors: [{ message: `bad\u001b[31m\n${KEY}` }] },
            { status: 400 },
          )
        : undefined,
    );
    const err = failed(await pushing.push());
    expect(err).toContain(
      'Make refuses sending module/openRoom/interface (400): Validation failed - bad [31m (secret).',
    );
    expect(err).toContain('modules/open-room/open-room.interface.iml.json');
  });

  it('two connections with one label', async () => {
    await pushing.push();
    rmSync(pushing.memoryFile);
    const connections = pushing.api.apps.get('dealwire-ab12cd')?.components.connections;
    const [first] = connections?.values() ?? [];
    if (first !== undefined) connections?.set('copy', { ...first, name: 'copy' });
    expect(failed(await pushing.push())).toMatch(
      /several connections with the label Records and chat: .*copy/,
    );
  });

  it('a failure of its own, after which a push goes on', async () => {
    pushing.server.intercept(({ method }) =>
      method === 'PUT' ? new Response('<h1>Bad gateway</h1>', { status: 502 }) : undefined,
    );
    expect(failed(await pushing.push())).toMatch(
      /Make failed while sending app\/base \(502\).*\n.*goes on where/,
    );
    pushing.server.intercept(undefined);
    expect((await pushing.push()).code).toBe(0);
  });

  it('an answer that is not from Make', async () => {
    pushing.server.intercept(() => new Response('<h1>Sign in to the guest network</h1>', { status: 200 }));
    expect(failed(await pushing.push())).toMatch(
      /did not answer as Make does while listing your apps.\n.*proxy/,
    );
  });
});

describe('the rate limit', () => {
  it.each([[{}], [{ 'Retry-After': '1' }]])('is waited for, answer headers %j', async (headers) => {
    let limited = 0;
    pushing.server.intercept(({ method }) => {
      if (method !== 'PUT' || limited >= 3) return undefined;
      limited += 1;
      return Response.json({ message: 'Requests limit for organization exceeded' }, { status: 429, headers });
    });
    expect((await pushing.push()).code).toBe(0);
    expect(limited).toBe(3);
  });

  it('ends the push when it lasts', async () => {
    pushing.server.intercept(() => Response.json({ message: 'Requests limit' }, { status: 429 }));
    const err = failed(await pushing.push());
    expect(err).toContain('allowance of API requests was used up for minutes while listing your apps (429)');
    expect(pushing.server.calls).toHaveLength(8);
  });
});

describe('the network', () => {
  it('is named when nothing answers', async () => {
    await pushing.server.close();
    expect(failed(await pushing.push())).toMatch(
      /^The connection to 127\.0\.0\.1:\d+ broke \(ECONNREFUSED\)/,
    );
  });
});

describe('the memory of earlier pushes', () => {
  it('is refused with a remedy when it is no JSON object', async () => {
    writeFileSync(pushing.memoryFile, '{ half');
    expect(failed(await pushing.push())).toMatch(/cannot be read: it holds no JSON object\.\nDelete it/);
  });

  it('holds names, and neither key nor secret', async () => {
    await pushing.push([], { SALESFORCE_CLIENT_ID: 'id-1', SALESFORCE_CLIENT_SECRET: 'secret-1' });
    const text = readFileSync(pushing.memoryFile, 'utf8');
    expect(Object.values(JSON.parse(text))).toEqual([
      {
        name: 'dealwire-ab12cd',
        version: 1,
        connection: { both: 'dealwire-ab12cd' },
        webhook: { push: 'dealwire-ab12cd' },
      },
    ]);
    for (const secret of [KEY, 'id-1', 'secret-1']) expect(text).not.toContain(secret);
  });
});

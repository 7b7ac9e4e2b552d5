import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { appFiles } from '../../make-app/app.ts';
import { REQUEST_LIMIT } from '../../make-app/delivery/request-limit.ts';
import { actions, searches, triggers } from '../../shared/operation/operations.ts';
import zapier from '../../zapier-app/index.ts';
import { checkMakeApp } from '../sandbox/make/check-make-app.ts';
import { app, FOLDER } from './make.ts';

type Fields = Readonly<Record<string, unknown>>;

const files = appFiles();
const written = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)));

describe('The generated app', () => {
  it('is what the generator writes, file by file.', () => {
    expect(written.sort()).toEqual([...files.keys()].sort());
    for (const [path, content] of files)
      expect([path, readFileSync(join(FOLDER, path)).equals(Buffer.from(content))]).toEqual([path, true]);
  });

  it('holds nothing that Make would refuse, or that its documents leave open.', () => {
    expect(checkMakeApp(FOLDER)).toEqual([]);
  });

  it('has an icon of 512 x 512 pixels.', () => {
    const png = readFileSync(join(FOLDER, 'icon.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
    const data = png.indexOf('IDAT');
    expect(inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))).toHaveLength(512 * 65);
  });

  it('names the token of the very host in every request, and no token in Base.', () => {
    expect(JSON.stringify(app.base.json)).not.toContain('Token');
    const requests = [...app.modules.values(), ...app.rpcs.values()].flatMap(({ communication }) =>
      [communication.json].flat().filter(({ url }) => url !== undefined),
    );
    expect(requests.length).toBeGreaterThan(REQUEST_LIMIT);
    for (const { url, headers } of requests)
      if (url !== '/services/data')
        expect([url, headers?.authorization]).toEqual([
          url,
          url?.startsWith('https://slack.com/api/')
            ? 'Bearer {{connection.slackBotToken}}'
            : 'Bearer {{connection.accessToken}}',
        ]);
  });

  it('hides in logs what no one should read.', () => {
    expect(app.base.json.log?.sanitize).toContain('request.headers.authorization');
    const { token, refresh, info, invalidate } = app.connections.get('dealwire')?.oauth.json ?? {};
    for (const step of [token, refresh])
      expect(step?.log?.sanitize).toEqual(
        expect.arrayContaining([
          'request.body.client_secret',
          'request.body.code',
          'request.body.refresh_token',
          'response.body.access_token',
          'response.body.refresh_token',
        ]),
      );
    expect(invalidate?.log?.sanitize).toContain('request.body.token');
    expect(info?.log?.sanitize).toContain('request.headers.authorization');
  });
});

describe.each([
  ...triggers.map(({ operation }) => ({ operation, zap: zapier.triggers?.[operation.key] })),
  ...actions.map(({ operation }) => ({ operation, zap: zapier.creates?.[operation.key] })),
  ...searches.map(({ operation }) => ({ operation, zap: zapier.searches?.[operation.key] })),
])('$operation.label', ({ operation, zap }) => {
  const id = operation.key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const module = app.modules.get(id);
  const parameters = [...(module?.staticParams.json ?? []), ...(module?.mappableParams.json ?? [])];
  const inputs = (parameters as unknown as readonly Fields[]).filter(({ name }) => name !== 'limit');

  it('has the same label, keys, labels and help on Make as on Zapier.', () => {
    expect(module?.label).toBe(zap?.display.label);
    const fields = (zap?.operation.inputFields ?? []) as unknown as readonly Readonly<
      Record<string, unknown>
    >[];
    expect(inputs.map(({ name, label, help, required }) => ({ name, label, help, required }))).toEqual(
      fields.map(({ key, label, helpText, required }) => ({ name: key, label, help: helpText, required })),
    );
  });

  it('returns the same values, with the same sample.', () => {
    const outputs = (zap?.operation.outputFields ?? []) as unknown as readonly Readonly<
      Record<string, unknown>
    >[];
    expect(module?.interface.json.map(({ name, label }) => ({ name, label }))).toEqual(
      outputs.map(({ key, label }) => ({ name: key, label })),
    );
    expect(module?.samples.json).toEqual(zap?.operation.sample);
    expect(Object.keys(module?.samples.json ?? {})).toEqual(operation.outputs.map(({ key }) => key));
  });
});

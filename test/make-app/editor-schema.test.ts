import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { appFiles } from '../../make-app/app.ts';

const SCHEMAS = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'make-schemas');
const BASE = 'https://make-schemas.invalid/';

/** Make's editor schema for a file, by the end of its name; those without one of their own take the nearest. */
const SCHEMA_OF: readonly (readonly [end: string, schema: string])[] = [
  ['makecomapp.json', 'makecomapp.schema.json'],
  ['base.iml.json', 'base.json'],
  ['groups.json', 'groups.json'],
  ['.oauth-communication.iml.json', 'api-oauth.json'],
  ['.communication.iml.json', 'api.json'],
  ['.attach.iml.json', 'api.json'],
  ['.detach.iml.json', 'api.json'],
  ['.epoch.iml.json', 'epoch.json'],
  ['params.iml.json', 'parameters.json'],
  ['.interface.iml.json', 'parameters.json'],
  ['.samples.iml.json', 'samples.json'],
  ['.scope-list.iml.json', 'scopes.json'],
  ['scope.iml.json', 'scope.json'],
];

const files = [...appFiles()].filter(([path]) => path.endsWith('.json'));

describe('Every generated file', () => {
  it('belongs to a kind that Make’s editor checks.', () => {
    for (const [path] of files)
      expect([path, SCHEMA_OF.some(([end]) => path.endsWith(end))]).toEqual([path, true]);
  });

  it('satisfies the schemas of Make’s editor, where these are at hand.', () => {
    if (!existsSync(SCHEMAS)) return;
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats: { uri: true } });
    for (const name of readdirSync(SCHEMAS).filter((file) => file.endsWith('.json')))
      ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')), BASE + name);
    for (const [path, content] of files) {
      const schema = SCHEMA_OF.find(([end]) => path.endsWith(end))?.[1];
      const validate = ajv.getSchema(BASE + schema);
      expect(validate).toBeDefined();
      validate?.(JSON.parse(String(content)));
      expect([path, validate?.errors ?? []]).toEqual([path, []]);
    }
  });
});

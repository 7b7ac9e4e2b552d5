import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parseImlJson } from './load/imljson.ts';
import type { CodeFiles, Components, Manifest } from './load/manifest.ts';
import type { Problem } from './load/problem.ts';
import { folderSource } from './load/reader.ts';

/** Where the schemas of Make's own editor lie beside a checkout; they are not part of the project. */
const EDITOR_SCHEMAS = path.join(import.meta.dirname, '../../../../shared/reference/make-schemas');

/** Schema of a code file by its key in `codeFiles`; keys without a schema are left out. */
const BY_KEY: Readonly<Record<string, string>> = {
  base: 'base.json',
  common: 'common.json',
  groups: 'groups.json',
  communication: 'api.json',
  attach: 'api.json',
  detach: 'api.json',
  update: 'api.json',
  params: 'parameters.json',
  staticParams: 'parameters.json',
  mappableParams: 'parameters.json',
  interface: 'parameters.json',
  installSpec: 'parameters.json',
  epoch: 'epoch.json',
  samples: 'samples.json',
  scope: 'scope.json',
  defaultScope: 'scope.json',
  requiredScope: 'scope.json',
  scopeList: 'scopes.json',
};

/**
 * Judges an app folder by the schemas of Make's own editor, apart from what these are known to reject wrongly;
 * undefined where they are not at hand.
 */
export function checkAgainstEditorSchemas(folder: string): readonly Problem[] | undefined {
  if (!existsSync(EDITOR_SCHEMAS)) return undefined;
  const validate = editorValidator();
  const source = folderSource(folder);
  const read = (file: string) => parseImlJson(source(file) ?? '', file);
  const manifest = read('makecomapp.json') as Manifest;
  const judge = (file: string, schema: string, json: unknown) =>
    validate(schema, json).map(({ at, reason }) => ({ file, path: at, reason }));
  const files = (
    codeFiles: CodeFiles,
    schemaOf: (key: string) => string | undefined,
    patch: (json: unknown, key: string) => unknown,
  ) =>
    Object.entries(codeFiles).flatMap(([key, file]) => {
      const schema = schemaOf(key);
      return typeof file === 'string' && schema !== undefined
        ? judge(file, schema, patch(read(file), key))
        : [];
    });
  return [
    ...judge('makecomapp.json', 'makecomapp.schema.json', manifest),
    ...files(
      manifest.generalCodeFiles,
      (key) => BY_KEY[key],
      (json) => json,
    ),
    ...Object.values(manifest.components as Readonly<Record<string, Components>>).flatMap((components) =>
      Object.values(components).flatMap(({ codeFiles, connectionType, moduleType }) =>
        files(
          codeFiles,
          (key) => (key === 'communication' && connectionType === 'oauth' ? 'api-oauth.json' : BY_KEY[key]),
          (json, key) => withoutFalseAlarms(json, moduleType === 'responder' && key === 'communication'),
        ),
      ),
    ),
  ];
}

/** Takes out what the schemas reject although it is documented: a responder's reply, and `validate.enum`. */
function withoutFalseAlarms(json: unknown, responder: boolean): unknown {
  if (responder) return { ...(json as object), response: {} };
  if (Array.isArray(json)) return json.map((item: unknown) => withoutFalseAlarms(item, false));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (key !== 'validate' || typeof value !== 'object' || value === null)
        return [key, withoutFalseAlarms(value, false)];
      const { enum: _enum, ...rest } = value as { readonly enum?: unknown };
      return [key, rest];
    }),
  );
}

function editorValidator(): (
  schema: string,
  json: unknown,
) => readonly { readonly at: string; readonly reason: string }[] {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats: { uri: true } });
  const base = 'https://make-schemas.invalid/';
  for (const name of readdirSync(EDITOR_SCHEMAS).filter((file) => file.endsWith('.json')))
    ajv.addSchema(JSON.parse(readFileSync(path.join(EDITOR_SCHEMAS, name), 'utf8')), base + name);
  return (schema, json) => {
    const check = ajv.getSchema(base + schema);
    if (check === undefined) throw new Error(`There is no schema ${schema} in ${EDITOR_SCHEMAS}.`);
    if (check(json) === true) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) => ({
      at: instancePath,
      reason: `${message ?? ''} (${JSON.stringify(params)})`,
    }));
  };
}

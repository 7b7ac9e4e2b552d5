import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
});
for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.schema.json')))
  ajv.addSchema(JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')), name);

/** What is wrong at a place of a JSON document; `path` is a JSON pointer, empty for the whole. */
export interface Finding {
  readonly path: string;
  readonly reason: string;
}

/** Judges a document by a schema of this folder, given as `file` or `file#/definitions/name`. */
export function validate(schema: string, json: unknown): readonly Finding[] {
  const check = ajv.getSchema(schema);
  if (check === undefined) throw new Error(`There is no schema ${schema} in ${import.meta.dirname}.`);
  if (check(json) === true) return [];
  const branching = new Set(['if', 'anyOf', 'allOf']);
  const errors = (check.errors ?? []).filter((error) => !branching.has(error.keyword));
  const told = (errors.length > 0 ? errors : (check.errors ?? [])).map(toFinding);
  return told.filter(
    (finding, index) =>
      told.findIndex((other) => JSON.stringify(other) === JSON.stringify(finding)) === index,
  );
}

function toFinding({ instancePath, keyword, message, params }: ErrorObject): Finding {
  const reasons: Readonly<Record<string, string>> = {
    additionalProperties: `has the unknown key "${params.additionalProperty}"; correct or remove it`,
    'false schema': 'is not allowed here; remove it',
    enum: `must be one of ${(params.allowedValues ?? []).map(String).join(', ')}`,
    const: `must be ${JSON.stringify(params.allowedValue)}`,
  };
  return { path: instancePath, reason: reasons[keyword] ?? message ?? keyword };
}

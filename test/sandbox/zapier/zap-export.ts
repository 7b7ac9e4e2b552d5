import { Ajv, type ErrorObject } from 'ajv';
import schema from './zap-export.schema.json' with { type: 'json' };
import { ZapProblem } from './zap-problem.ts';

/** One step as the export holds it. */
export interface ZapNode {
  readonly id: number;
  readonly paused: boolean;
  readonly type_of: 'read' | 'write' | 'search' | 'search_or_write' | 'filter';
  readonly params: Readonly<Record<string, unknown>>;
  readonly meta: {
    readonly timezone?: string;
    readonly stepTitle?: string;
    readonly parammap?: Readonly<Record<string, string>>;
  };
  readonly parent_id: number | null;
  readonly root_id: number | null;
  readonly action: string;
  readonly selected_api: string;
  readonly title: string;
  readonly authentication_id: string | null;
}

/** One Zap of an export; the keys of `nodes` are the step ids as text. */
export interface Zap {
  readonly id: number;
  readonly title: string;
  readonly nodes: Readonly<Record<string, ZapNode>>;
}

/** A file of Zapier's export format, `metadata.version` 2. */
export interface ZapExport {
  readonly metadata: { readonly version: 2 };
  readonly zaps: readonly Zap[];
}

const validate = new Ajv({ allErrors: true, strictTypes: false }).compile<ZapExport>(schema);

/** Reads an export file. Throws ZapProblem for text that is no JSON and for every shape Zapier has never written. */
export function readZapExport(source: string): ZapExport {
  const content = parse(source);
  if (!validate(content))
    throw new ZapProblem(`This is not a Zap export: ${describe(validate.errors ?? [])}`);
  return content;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new ZapProblem(`This is not a Zap export: ${(error as Error).message}`, { cause: error });
  }
}

function describe(errors: readonly ErrorObject[]): string {
  const lines = errors
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf')
    .map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  return [...new Set(lines)].join('; ');
}

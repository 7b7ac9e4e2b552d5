import { Ajv, type ErrorObject } from 'ajv';
import { findJsonMistake } from '../json-mistake.ts';
import schema from './zap-export.schema.json' with { type: 'json' };
import { ZapProblem } from './zap-problem.ts';

/** One step as the export holds it. */
export interface ZapNode {
  readonly id: number;
  readonly paused: boolean;
  readonly type_of: 'read' | 'write' | 'search' | 'search_or_write' | 'filter';
  readonly params: Readonly<Record<string, unknown>>;
  readonly meta: {
    readonly $editor?: Readonly<Record<string, unknown>>;
    /** Marks a step whose errors are handled, and the Paths that handle them. */
    readonly $error_wrapper?: {
      readonly error_wrapper_as_path?: boolean;
      readonly error_step_under_test?: boolean;
    };
    readonly timezone?: string;
    readonly stepTitle?: string;
    readonly parammap?: Readonly<Record<string, string>>;
  };
  readonly triple_stores: Readonly<Record<string, unknown>>;
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

/**
 * Reads an export file; `file` is what messages call it. Throws ZapProblem, in one sentence with the first place and what
 * to do, for text that is no JSON and for every shape Zapier has never written.
 */
export function readZapExport(source: string, file = 'zap.json'): ZapExport {
  const mistake = findJsonMistake(source);
  if (mistake !== undefined)
    throw new ZapProblem(
      `${file}, line ${mistake.line}, column ${mistake.column}: ${mistake.reason}; ${REMEDY}`,
    );
  const content: unknown = JSON.parse(source);
  if (!validate(content)) throw new ZapProblem(`${file}${describe(validate.errors ?? [])}; ${REMEDY}`);
  return content;
}

const REMEDY = 'correct it there, or export the Zap again.';

function describe(errors: readonly ErrorObject[]): string {
  const [first] = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf');
  if (first === undefined) return ' is not a Zap export';
  const { instancePath, message = 'is not what Zapier writes', params } = first;
  return `${instancePath === '' ? '' : ` ${instancePath}`} ${message}${detailOf(params)}`;
}

function detailOf(params: Readonly<Record<string, unknown>>): string {
  const { allowedValues, allowedValue, additionalProperty } = params;
  if (Array.isArray(allowedValues)) return `: ${allowedValues.join(', ')}`;
  if (allowedValue !== undefined) return ` ${JSON.stringify(allowedValue)}`;
  return additionalProperty === undefined ? '' : ` (${String(additionalProperty)})`;
}

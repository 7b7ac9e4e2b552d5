import jsonc from 'jsonc-parser';
import type { Shape } from './section-table.ts';

/** A file's text as JSON, with comments allowed; or, as a string, what is wrong with it. */
export function parseFile(text: string): { readonly json: unknown } | string {
  const mistakes: jsonc.ParseError[] = [];
  const json: unknown = jsonc.parse(text, mistakes);
  const [first] = mistakes;
  if (first === undefined) return { json };
  const line = text.slice(0, first.offset).split('\n').length;
  return `line ${line}: ${jsonc.printParseErrorCode(first.error)}`;
}

/** What is wrong with a file of this shape, or undefined. */
export function shapeProblem(text: string, shape: Shape): string | undefined {
  if (shape === 'text') return text.trim() === '' ? 'is empty' : undefined;
  const parsed = parseFile(text);
  if (typeof parsed === 'string') return parsed;
  const { json } = parsed;
  if (shape === 'parameters') return parametersProblem(json);
  const allowed = shape.split(' or ');
  return allowed.includes(kindOf(json)) ? undefined : `holds ${kindOf(json)} where Make takes ${shape}`;
}

function parametersProblem(json: unknown): string | undefined {
  if (typeof json === 'string') return undefined;
  if (!Array.isArray(json)) return `holds ${kindOf(json)} where Make takes a list of fields`;
  const wrong = json.findIndex(
    (item) => typeof item !== 'string' && (typeof item?.name !== 'string' || typeof item?.type !== 'string'),
  );
  return wrong === -1 ? undefined : `field ${wrong + 1} lacks a name or a type`;
}

function kindOf(json: unknown): string {
  if (Array.isArray(json)) return 'array';
  if (json === null) return 'null';
  return typeof json === 'string' ? 'text' : typeof json;
}

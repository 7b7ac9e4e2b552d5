import type { Dialect } from './dialect.ts';
import type { ImlEnvironment } from './environment.ts';
import { ImlError } from './error.ts';
import { evaluateExpression } from './evaluate/evaluate.ts';
import { parseTemplate, parseWholeExpression } from './parse/parse-template.ts';
import { render } from './render.ts';
import { renderJson } from './render-tree.ts';
import type { Template } from './syntax.ts';

export type { Dialect } from './dialect.ts';
export type { ImlEnvironment } from './environment.ts';
export { ImlError, ImlLimitError, ImlSyntaxError } from './error.ts';
export { parseTemplate } from './parse/parse-template.ts';
export { ImlRefusal } from './refusal.ts';
export type { Template } from './syntax.ts';

/**
 * Renders a text with `{{…}}` expressions: exactly one expression keeps its type, anything else becomes a text.
 * Throws ImlSyntaxError with the position, ImlRefusal for what Make's documents leave open, ImlLimitError for size,
 * and ImlError for what would fail on Make too.
 */
export function renderTemplate(
  template: string | Template,
  environment: ImlEnvironment,
  dialect: Dialect,
): unknown {
  const parsed = typeof template === 'string' ? parseTemplate(template, dialect) : template;
  if (parsed.dialect !== dialect)
    throw new ImlError(
      `The template was parsed as ${parsed.dialect}, not ${dialect}. Parse it in that dialect.`,
    );
  return render(parsed, { environment, dialect });
}

/**
 * Renders every text in a JSON tree by the rules of a JSON body: a key with undefined is left out, null stays, an
 * undefined item becomes null, and the key `{{...}}` copies the keys of its collection. Throws as `renderTemplate`.
 */
export function renderTree(json: unknown, environment: ImlEnvironment, dialect: Dialect): unknown {
  return renderJson(json, { environment, dialect });
}

/** The value of one expression, written without braces. Throws as `renderTemplate`. */
export function evaluate(expression: string, environment: ImlEnvironment, dialect: Dialect): unknown {
  return evaluateExpression(parseWholeExpression(expression, dialect), { environment, dialect });
}

import type { Scope } from './environment.ts';
import { evaluateExpression } from './evaluate/evaluate.ts';
import { checkLimit } from './limit.ts';
import type { Template } from './syntax.ts';
import { templateText } from './text-of.ts';

/** A template that is exactly one expression gives its value; any other gives a text. */
export function render(template: Template, scope: Scope): unknown {
  const [only] = template.parts;
  if (template.parts.length === 1 && only !== undefined && typeof only !== 'string')
    return evaluateExpression(only, scope);
  const text = template.parts
    .map((part) => (typeof part === 'string' ? part : templateText(evaluateExpression(part, scope))))
    .join('');
  checkLimit('textLength', text.length, 'the length of a text');
  return text;
}

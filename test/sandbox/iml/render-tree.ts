import type { Scope } from './environment.ts';
import { ImlLimitError } from './error.ts';
import { checkLimit } from './limit.ts';
import { parseTemplate } from './parse/parse-template.ts';
import { refuse } from './refuse.ts';
import { render } from './render.ts';
import { isCollection } from './value.ts';

/** The key that copies all keys of a collection into the object around it. */
const SPREAD = '{{...}}';

interface Walk {
  readonly scope: Scope;
  readonly above: Set<unknown>;
  size: number;
}

/** Renders every text of a JSON tree; a key whose value is undefined is left out, an undefined item becomes null. */
export function renderJson(tree: unknown, scope: Scope): unknown {
  return renderValue(tree, { scope, above: new Set(), size: 0 });
}

function renderValue(value: unknown, walk: Walk): unknown {
  walk.size += 1;
  checkLimit('treeSize', walk.size, 'the number of values in the tree');
  if (typeof value === 'string') return render(parseTemplate(value, walk.scope.dialect), walk.scope);
  if (typeof value !== 'object' || value === null) return value;
  if (walk.above.has(value)) throw new ImlLimitError('The tree contains itself. Give a tree without cycles.');
  checkLimit('treeDepth', walk.above.size, 'the nesting of the tree');
  walk.above.add(value);
  const rendered = Array.isArray(value)
    ? value.map((item) => renderValue(item, walk) ?? null)
    : renderObject(value, walk);
  walk.above.delete(value);
  return rendered;
}

function renderObject(object: object, walk: Walk): unknown {
  if (!isCollection(object)) return refuse('tree-value', object);
  const entries = new Map<string, unknown>();
  const spread = Object.hasOwn(object, SPREAD) ? spreadEntries(object[SPREAD], walk) : [];
  for (const [key, value] of spread) entries.set(key, value);
  for (const [key, value] of Object.entries(object)) {
    if (key === SPREAD) continue;
    if (key.includes('{{')) refuse('dynamic-key', key);
    if (entries.has(key)) refuse('spread-collision', key);
    entries.set(key, renderValue(value, walk));
  }
  return Object.fromEntries([...entries].filter(([, value]) => value !== undefined));
}

function spreadEntries(template: unknown, walk: Walk): readonly (readonly [string, unknown])[] {
  const value = typeof template === 'string' ? renderValue(template, walk) : template;
  return typeof template === 'string' && isCollection(value)
    ? Object.entries(value)
    : refuse('spread-value', value);
}

import { ImlError } from '../error.ts';
import { checkLimit } from '../limit.ts';
import { refuse } from '../refuse.ts';
import { isCollection } from '../value.ts';
import { define, refused } from './define.ts';
import { any, filledText } from './parameter.ts';

const UNDESCRIBED = [
  'parseXML',
  'createXML',
  'jwt',
  'cryptoSign',
  'mime',
  'isArray',
  'toDataStructure',
  'pop',
  'shift',
  'errorFactory',
];

/** Functions of custom-app code only; those the official documents do not describe are refused. */
export const APP_RUNTIME = [
  define('createJSON', [any('value')], (_, value) => createJson(value), true),
  define('parseJSON', [filledText('text')], (_, value) => parseJson(value), true),
  ...UNDESCRIBED.map((name) => refused(name, 'undescribed-function', true)),
];

function createJson(value: unknown): string {
  checkJson(value, []);
  return JSON.stringify(value);
}

/** Refuses values that JSON has no certain form for, and throws ImlLimitError for cycles and depth. */
function checkJson(value: unknown, above: readonly unknown[]): void {
  if (typeof value === 'number' ? !Number.isFinite(value) : value === undefined) refuse('create-json', value);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && !isCollection(value)) refuse('create-json', value);
  checkLimit('treeDepth', above.length, 'the nesting of a value for createJSON (or a cycle)');
  for (const inner of Object.values(value)) checkJson(inner, [...above, value]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImlError('parseJSON: the text is no JSON. Check what the service answered.');
  }
}

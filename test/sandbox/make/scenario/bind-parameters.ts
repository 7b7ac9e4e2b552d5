import { isInstantText } from '../../iml/date/instant-text.ts';
import { isCollection, isPlainNumber } from '../../iml/value.ts';
import { MakeError } from '../error.ts';
import type { Parameter } from '../load/parameter.ts';
import { refuse } from '../refuse.ts';

const NUMBERS = ['number', 'integer', 'uinteger', 'port'];
const TEXTS = ['text', 'email', 'url', 'uuid', 'hidden', 'password', 'filename', 'path', 'color', 'timezone'];

/**
 * Turns a module's filled fields into its `parameters`, by the fields the app declares. Throws MakeError of type
 * BundleValidationError for a required field that is empty.
 */
export function bindParameters(
  declared: readonly (Parameter | string)[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const bound: Record<string, unknown> = { ...values };
  for (const parameter of declared) {
    if (typeof parameter === 'string') continue;
    const { name, required = false, label = name } = parameter;
    const value = values[name];
    if (value !== undefined) bound[name] = convert(parameter, value);
    else if (required && parameter.type !== 'banner')
      throw new MakeError(
        'BundleValidationError',
        `Missing value of required parameter '${name}' (${label}).`,
      );
    for (const nested of nestedOf(parameter))
      if (values[nested.name] !== undefined) bound[nested.name] = convert(nested, values[nested.name]);
  }
  return bound;
}

/** The names of all fields that are declared; undefined when an RPC adds others. */
export function declaredNames(declared: readonly (Parameter | string)[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const parameter of declared) {
    if (typeof parameter === 'string' || typeof parameter.nested === 'string') return undefined;
    if (JSON.stringify(parameter.options ?? '').includes('"nested":"rpc:')) return undefined;
    names.add(parameter.name);
    for (const nested of nestedOf(parameter)) names.add(nested.name);
  }
  return names;
}

function nestedOf({ nested, options }: Parameter): readonly Parameter[] {
  const own = Array.isArray(nested) ? (nested as readonly Parameter[]) : [];
  const ofOptions = Array.isArray(options)
    ? (options as readonly { readonly nested?: unknown }[]).flatMap((option) =>
        Array.isArray(option.nested) ? (option.nested as readonly Parameter[]) : [],
      )
    : [];
  const direct = [...own, ...ofOptions].filter((entry) => typeof entry !== 'string');
  return direct.flatMap((entry) => [entry, ...nestedOf(entry)]);
}

function convert(parameter: Parameter, value: unknown): unknown {
  const { name, type, multiple = false, spec } = parameter;
  const open = () => refuse('parameter-type', `${name}: ${type}`);
  if (value === null) return null;
  if (type === 'array' || multiple)
    return Array.isArray(value) ? value.map((item) => convertItem(spec, item)) : open();
  if (type === 'collection')
    return isCollection(value) ? bindParameters(Array.isArray(spec) ? spec : [], value) : open();
  if (NUMBERS.includes(type)) {
    if (typeof value === 'number') return value;
    return typeof value === 'string' && isPlainNumber(value) ? Number(value) : open();
  }
  if (type === 'boolean') {
    if (typeof value === 'boolean') return value;
    return value === 'true' || value === 'false' ? value === 'true' : open();
  }
  if (type === 'date') {
    if (value instanceof Date) return value;
    return typeof value === 'string' && isInstantText(value) ? new Date(value) : open();
  }
  if (TEXTS.includes(type)) return typeof value === 'string' ? value : open();
  return value;
}

/** Required fields of the collections in an array are not enforced. */
function convertItem(spec: unknown, item: unknown): unknown {
  if (Array.isArray(spec) && isCollection(item))
    return bindParameters(
      (spec as readonly Parameter[]).map((field) => ({ ...field, required: false })),
      item,
    );
  return isCollection(spec) ? convert({ name: 'item', ...spec } as unknown as Parameter, item) : item;
}

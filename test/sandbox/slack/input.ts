import { explainedRefusal, Refusal } from './refusal.ts';

/** A call's arguments: text, or the value itself where a JSON body held an object or a list. */
export type Input = Readonly<Record<string, unknown>>;

const scalar = (value: unknown) =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

function fromJson(body: string): Input {
  let parsed: unknown;
  try {
    parsed = body === '' ? {} : JSON.parse(body);
  } catch {
    throw explainedRefusal('invalid_arguments', ['[ERROR] the body is not JSON']);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw explainedRefusal('invalid_arguments', ['[ERROR] the body is not a JSON object']);
  return Object.fromEntries(
    Object.entries(parsed)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, scalar(value)]),
  );
}

async function fromForm(request: Request): Promise<Input> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data'))
    return Object.fromEntries(new URLSearchParams(await request.text()));
  const form = await request.formData().catch(() => {
    throw new Refusal('invalid_form_data');
  });
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
}

/**
 * Reads the arguments from the query and the body. A JSON body counts only where the method takes one: the others
 * ignore it, as Slack does. Throws the refusals for a missing or unknown content type.
 */
export async function readInput(request: Request, takesJson: boolean): Promise<Input> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method === 'GET') return query;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim();
  if (type === 'application/json') return { ...query, ...(takesJson ? fromJson(await request.text()) : {}) };
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data')
    return { ...query, ...(await fromForm(request)) };
  if (type !== undefined) throw new Refusal('invalid_post_type');
  if ((await request.text()) !== '') throw new Refusal('missing_post_type');
  return query;
}

/** A text argument, empty when it is missing; throws `invalid_array_arg` for a list. */
export function text(input: Input, name: string): string {
  const value = input[name];
  if (Array.isArray(value)) throw new Refusal('invalid_array_arg');
  return typeof value === 'string' ? value : '';
}

/** A yes/no argument; a missing one is no. */
export const flag = (input: Input, name: string) => ['true', '1'].includes(text(input, name).toLowerCase());

/** A comma-joined list argument without repeats. */
export const list = (input: Input, name: string) => [
  ...new Set(
    text(input, name)
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ),
];

/** An argument that is JSON: parsed from text, or the value of a JSON body. Throws `code` when it does not parse. */
export function structured(input: Input, name: string, code: string): unknown {
  const value = input[name];
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw new Refusal(code);
  }
}

/** One HTTP exchange in Make's log, after the app's `log.sanitize` was applied. */
export interface LoggedExchange {
  readonly file: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** `undefined` when no answer came. */
  readonly response: Readonly<Record<string, unknown>> | undefined;
}

const SANITIZED = '(sanitized)';

/** Blanks every value at the dotted paths, whatever the case of their parts. */
export function sanitized(exchange: LoggedExchange, paths: readonly string[]): LoggedExchange {
  return paths.reduce<LoggedExchange>(
    (result, path) => blank(result, path.split('.')) as LoggedExchange,
    exchange,
  );
}

function blank(value: unknown, path: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value === undefined ? undefined : SANITIZED;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key.toLowerCase() === head.toLowerCase() ? blank(entry, rest) : entry,
    ]),
  );
}

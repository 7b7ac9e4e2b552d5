import { InvalidInputError } from './error.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a URL is plain http to this very machine, where only stand-ins live. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && LOOPBACK.has(hostname);
}

/**
 * The value of a setting that points Dealwire at a stand-in; `undefined` when it is not set.
 * Throws InvalidInputError for any address beyond this machine, so that the setting can never move a token elsewhere.
 */
export function standInUrl(setting: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (!isLoopbackUrl(value))
    throw new InvalidInputError(
      setting,
      'only an http address of this machine (127.0.0.1, localhost, [::1]) is accepted',
      `Remove ${setting}; it exists for tests against stand-ins only.`,
    );
  return value;
}

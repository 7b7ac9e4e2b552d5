import { UnmappedHostError } from '../error.ts';

/** The address of the stand-in for a URL; throws UnmappedHostError for a host outside the table. */
export function mapHost(hosts: Readonly<Record<string, string>>, url: string): string {
  const { origin, pathname, search } = new URL(url);
  const standIn = Object.hasOwn(hosts, origin) ? hosts[origin] : undefined;
  if (standIn === undefined) throw new UnmappedHostError(origin);
  return `${standIn.replace(/\/$/, '')}${pathname}${search}`;
}

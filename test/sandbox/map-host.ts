/** A request to a host that the sandbox has no stand-in for; it was not sent. */
export class UnmappedHostError extends Error {
  override readonly name = 'UnmappedHostError';
  /** Scheme and host, without path and query. */
  readonly origin: string;

  constructor(origin: string) {
    super(
      `${origin} has no stand-in, so nothing was sent there. Add it to the hosts table or correct the URL.`,
    );
    this.origin = origin;
  }
}

/** The address of the stand-in for a URL; throws UnmappedHostError for a host outside the table. */
export function mapHost(hosts: Readonly<Record<string, string>>, url: string): string {
  const { origin, pathname, search } = new URL(url);
  const standIn = Object.hasOwn(hosts, origin) ? hosts[origin] : undefined;
  if (standIn === undefined) throw new UnmappedHostError(origin);
  return `${standIn.replace(/\/$/, '')}${pathname}${search}`;
}

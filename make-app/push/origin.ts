import { InvalidInputError } from '../../shared/error.ts';
import { standInUrl } from '../../shared/loopback.ts';

/** Where Make's API answers. */
export interface Origin {
  /** Host, with the port of a stand-in. */
  readonly host: string;
  readonly protocol: 'https' | 'http';
}

const ZONE = /^[a-z]{2}[1-9]\.make\.com$/;

/**
 * The API of a Make zone, such as `eu2.make.com`; `standIn` replaces it by a stand-in on this machine.
 * Throws InvalidInputError for any other host, so that no key leaves for one.
 */
export function originOf(zone: string | undefined, standIn: string | undefined): Origin {
  if (zone === undefined || !ZONE.test(zone))
    throw new InvalidInputError(
      '--zone',
      zone === undefined ? 'is missing' : 'is no host of a Make zone',
      'Name the host that the address bar shows when you work in Make, without https: npm run push:make -- --zone eu2.make.com (or eu1, us1, us2).',
    );
  const url = standInUrl('DEALWIRE_MAKE_URL', standIn);
  return url === undefined
    ? { host: zone, protocol: 'https' }
    : { host: new URL(url).host, protocol: 'http' };
}

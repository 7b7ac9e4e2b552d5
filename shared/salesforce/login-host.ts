import { InvalidInputError } from '../error.ts';
import { isLoopbackUrl } from '../loopback.ts';

/** The login hosts everybody shares, and what an admin calls them. */
export const loginHosts = {
  'login.salesforce.com': 'Production',
  'test.salesforce.com': 'Sandbox',
} as const;

/** What a person says about where to sign in. */
export interface LoginChoice {
  /** One of `loginHosts`. */
  readonly host: string;
  /** The org's own domain, such as `acme.my.salesforce.com`; it wins over `host`. */
  readonly myDomain?: string | undefined;
}

const MY_DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.my\.salesforce\.com$/;
const INSTANCE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.salesforce\.com$/;

/**
 * The https origin to sign in at. Only Salesforce's own hosts pass, because the client secret is sent there.
 * Throws InvalidInputError, which names the field. `standIn` replaces the origin in tests.
 */
export function loginOrigin({ host, myDomain }: LoginChoice, standIn?: string): string {
  if (standIn !== undefined) return new URL(standIn).origin;
  if (myDomain !== undefined && myDomain.trim() !== '') {
    const name = hostName(myDomain);
    if (name !== undefined && MY_DOMAIN.test(name)) return `https://${name}`;
    throw new InvalidInputError(
      'My Domain',
      `"${myDomain.trim()}" is not a My Domain of Salesforce`,
      'Copy the Current My Domain URL from Setup > My Domain; it ends in .my.salesforce.com.',
    );
  }
  if (Object.hasOwn(loginHosts, host)) return `https://${host}`;
  throw new InvalidInputError(
    'Salesforce login',
    `"${host}" is not a login host of Salesforce`,
    'Choose Production or Sandbox, or fill in My Domain.',
  );
}

/**
 * The origin every API call goes to, from the `instance_url` of a token answer.
 * Throws InvalidInputError unless it is https on salesforce.com, or on this machine when a stand-in is in use.
 */
export function instanceOrigin(instanceUrl: string, standIn?: string): string {
  if (standIn !== undefined && isLoopbackUrl(instanceUrl)) return new URL(instanceUrl).origin;
  const name = instanceUrl.startsWith('https://') ? hostName(instanceUrl) : undefined;
  if (name !== undefined && INSTANCE.test(name)) return `https://${name}`;
  throw new InvalidInputError(
    'instance_url',
    'the sign-in answered with an address that does not belong to Salesforce',
    'Reconnect, and check that My Domain names your own org.',
  );
}

function hostName(text: string): string | undefined {
  const trimmed = text.trim();
  const url = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(url);
  const bare = port + username + password + search + hash === '' && pathname === '/';
  return protocol === 'https:' && bare ? hostname : undefined;
}

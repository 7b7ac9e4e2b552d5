import { InvalidInputError } from '../../../shared/error.ts';
import { isLoopbackUrl } from '../../../shared/loopback.ts';
import { connectSalesforce, type Salesforce } from '../../../shared/salesforce/client.ts';
import { instanceOrigin } from '../../../shared/salesforce/login-host.ts';

const URL_NAME = 'SALESFORCE_INSTANCE_URL';
const TOKEN_NAME = 'SALESFORCE_ACCESS_TOKEN';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reading a year of a busy org takes longer than a step of a delivery. */
const TIMEOUT = 120_000;

/**
 * The org that the environment names; undefined when it names none. Throws InvalidInputError when only one of the two
 * variables is there, or when the address is not Salesforce's: the token goes to Salesforce and nowhere else.
 */
export function orgIn(environment: Environment): { salesforce: Salesforce; origin: string } | undefined {
  const given = environment[URL_NAME]?.trim() ?? '';
  const accessToken = environment[TOKEN_NAME]?.trim() ?? '';
  if (given === '' && accessToken === '') return undefined;
  if (given === '')
    throw missing(URL_NAME, 'the address of your org, such as https://acme.my.salesforce.com');
  if (accessToken === '') throw missing(TOKEN_NAME, 'an access token of your org');
  if (!/^[\x21-\x7e]+$/.test(accessToken))
    throw new InvalidInputError(TOKEN_NAME, 'it holds characters that no token has', 'Copy it once more.');
  const origin = originOf(given);
  return { salesforce: connectSalesforce({ instanceUrl: origin, accessToken, timeout: TIMEOUT }), origin };
}

function originOf(given: string): string {
  if (isLoopbackUrl(given)) return new URL(given).origin;
  try {
    return instanceOrigin(given);
  } catch (cause) {
    throw new InvalidInputError(
      URL_NAME,
      'it is no address of Salesforce',
      'Write it like https://acme.my.salesforce.com.',
      { cause },
    );
  }
}

function missing(name: string, what: string): InvalidInputError {
  return new InvalidInputError(
    name,
    'is not set in the environment',
    `Set it to ${what}. With neither variable, or with --sandbox, a year of fictional history is counted.`,
  );
}

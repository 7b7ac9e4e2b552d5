import { fakeClock } from '../../clock.ts';
import { SalesforceFault } from '../error.ts';
import { defaultFeatures, type Features } from '../features.ts';
import { createOrg, defaultLimits, type Org } from '../org.ts';
import { sampleOrg } from '../sample-org/sample-org.ts';
import { INTEGRATION_USER } from '../sample-org/user.ts';
import { plant, type Seed } from '../seed.ts';
import { runQuery } from './query.ts';

/** The sample org without its server, for tests of queries; `seed` replaces the records of some objects. */
export function testOrg(seed: Seed = {}, features: Partial<Features> = {}): Org {
  return planted({ ...sampleOrg, ...seed }, features);
}

/** An org with the sample org's users and settings, and nothing else but the records of `seed`. */
export function bareOrg(seed: Seed, features: Partial<Features> = {}): Org {
  const settings = ['Organization', 'User', 'Group', 'OpportunityStage', 'TaskStatus', 'CurrencyType'];
  const kept = Object.entries(sampleOrg).filter(([name]) => settings.includes(name));
  return planted({ ...Object.fromEntries(kept), ...seed }, features);
}

function planted(seed: Seed, features: Partial<Features>): Org {
  const org = createOrg({
    clock: fakeClock(),
    features: { ...defaultFeatures, ...features },
    limits: { ...defaultLimits },
  });
  plant(org, seed, INTEGRATION_USER);
  return org;
}

// biome-ignore lint/suspicious/noExplicitAny: tests read into records of every shape
export type Printed = any;

/** The records a query answers. */
export function select(org: Org, soql: string): readonly Printed[] {
  const result = runQuery(org, soql);
  return result.print(0, result.size, '/services/data/v66.0');
}

/** One field of the records a query answers. */
export function column(org: Org, soql: string, field = 'Name'): readonly unknown[] {
  return select(org, soql).map((record) => record[field]);
}

/** The error code a query is refused with. Throws when it is not refused. */
export function refusal(org: Org, soql: string): string {
  try {
    runQuery(org, soql);
  } catch (error) {
    if (error instanceof SalesforceFault) return String(error.problems[0]?.errorCode);
    throw error;
  }
  throw new Error(`The query was answered: ${soql}`);
}

import type { Options } from '../../../blueprints/doctor/options.ts';
import type { Patient } from '../../../blueprints/doctor/patient.ts';
import type { SalesforceOptions } from '../salesforce/salesforce.ts';
import type { World } from '../world.ts';

/** Something that is wrong with an org, a workspace or a connection, as the stand-ins can be switched. */
export interface Fault {
  /** In kebab case. */
  readonly name: string;
  /** What is wrong, in a few words. */
  readonly what: string;
  /** How the org starts. */
  readonly org?: Omit<SalesforceOptions, 'clock'>;
  /** Switches it on in a world that is up; may answer another connection to look at. */
  readonly switchOn?: (world: World, patient: Patient) => Patient | undefined;
  /** What the doctor is asked besides everything. */
  readonly options?: Partial<Options>;
  /** The check that finds it. */
  readonly check: string;
  /** What the doctor calls it. */
  readonly weight: 'problem' | 'notice';
  /** What its remedy names. */
  readonly remedy: RegExp;
}

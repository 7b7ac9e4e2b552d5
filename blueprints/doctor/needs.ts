import * as operations from '../../shared/operation/operations.ts';
import { salesforceAccess } from '../../shared/operation/salesforce-access.ts';
import { slackCalls } from '../../shared/operation/slack-calls.ts';
import { callsOfRound } from '../../shared/set-up/calls.ts';
import { ownObjects } from '../../shared/set-up/own-object.ts';
import { operationsFor } from '../../shared/set-up/uses.ts';
import { remembered } from '../../shared/target/js/remember.ts';
import { type Choices, defaultChoices } from '../salesforce/package/choices.ts';
import { readGrants } from '../salesforce/package/part/core.ts';
import { captured } from '../salesforce/package/part/replay.ts';
import { rightsOf } from '../salesforce/package/permission-set.ts';
import type { Options, Way } from './options.ts';
import { trackedFields } from './tracked-fields.ts';

/** What the chosen signals need, worked out from what their operations do. */
export interface Needs {
  readonly ways: readonly Way[];
  /** Objects of the org that are read. */
  readonly objects: readonly string[];
  /** Fields that field-level security can hide, as `Object.Field`. */
  readonly fields: readonly string[];
  /** Objects of which records are made, the package's own left out. */
  readonly written: readonly string[];
  /** Fields whose history is read, by object. */
  readonly tracked: ReadonlyMap<string, readonly string[]>;
  /** Objects whose change events are read. */
  readonly captured: readonly string[];
  /** API calls that polling takes in 24 hours. */
  readonly calls: number;
  readonly opensRooms: boolean;
  readonly tryRoom: boolean;
  /** Tells what this run makes from what another makes; digits. */
  readonly stamp: string;
}

const MINUTES_A_DAY = 24 * 60;

/** What some signals need. */
export function needsOf(options: Options, stamp: string): Needs {
  const { access, rounds, ...others } = doneBy(options.signals.join());
  const choices: Choices = { ...defaultChoices, objects: options.objects, fields: options.fields };
  const rights = rightsOf(readGrants(access, choices));
  return {
    ...others,
    ways: options.ways,
    objects: rights.objects.map(([object]) => object).filter(isForeign),
    fields: rights.fields.map(([field]) => field).filter(isForeign),
    captured: captured(choices),
    calls: rounds * Math.ceil(MINUTES_A_DAY / options.interval),
    tryRoom: options.tryRoom,
    stamp,
  };
}

/** What the operations of some signals do, the names joined by commas; it takes a moment to work out. */
const doneBy = remembered((signals: string) => {
  const some = operationsFor(operations, signals.split(','));
  const access = salesforceAccess(some);
  const written = access
    .filter(({ rows, does }) => does !== 'read' && isForeign(rows))
    .map(({ rows }) => rows);
  return {
    access,
    rounds: callsOfRound(some),
    written: [...new Set(written)],
    tracked: trackedFields(some),
    opensRooms: slackCalls(some).some(({ method }) => method === 'conversations.create'),
  };
});

/** An object that the package does not bring itself, or a field of one. */
function isForeign(name: string): boolean {
  return !ownObjects.includes(name.split('.')[0] ?? '');
}

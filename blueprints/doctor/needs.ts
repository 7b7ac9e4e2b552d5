import * as operations from '../../shared/operation/operations.ts';
import { type Operations, salesforceAccess } from '../../shared/operation/salesforce-access.ts';
import { slackCalls } from '../../shared/operation/slack-calls.ts';
import { callsOfRound } from '../../shared/set-up/calls.ts';
import { ownObjects } from '../../shared/set-up/own-object.ts';
import { operationsFor } from '../../shared/set-up/uses.ts';
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
  const some = operationsFor(operations, options.signals);
  const choices: Choices = { ...defaultChoices, objects: options.objects, fields: options.fields };
  const rights = rightsOf(readGrants(some, choices));
  const foreign = (name: string) => !ownObjects.includes(name.split('.')[0] ?? '');
  return {
    ways: options.ways,
    objects: rights.objects.map(([object]) => object).filter(foreign),
    fields: rights.fields.map(([field]) => field).filter(foreign),
    written: writtenBy(some),
    tracked: trackedFields(some),
    captured: captured(choices),
    calls: callsOfRound(some) * Math.ceil(MINUTES_A_DAY / options.interval),
    opensRooms: slackCalls(some).some(({ method }) => method === 'conversations.create'),
    tryRoom: options.tryRoom,
    stamp,
  };
}

function writtenBy(some: Operations): readonly string[] {
  const writes = salesforceAccess(some).filter(
    ({ rows, does }) => does !== 'read' && !ownObjects.includes(rows),
  );
  return [...new Set(writes.map(({ rows }) => rows))];
}

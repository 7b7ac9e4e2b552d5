import type { Context } from '../../shared/delivery/run.ts';
import { parametersOf } from '../../shared/language/index.ts';
import * as operations from '../../shared/operation/operations.ts';
import { MOST_CHANNELS } from '../../shared/set-up/check/channels.ts';
import type { SetUpCheck } from '../../shared/set-up/check.ts';
import { setUpChecks } from '../../shared/set-up/checks.ts';
import { operationsFor } from '../../shared/set-up/uses.ts';
import { remembered } from '../../shared/target/js/remember.ts';
import { type Asker, askerOf, isFatal } from './ask.ts';
import { apiAccess } from './check/api-access.ts';
import { slackToken } from './check/slack-token.ts';
import type { DoctorCheck } from './check.ts';
import { doctorChecks } from './checks.ts';
import { type Needs, needsOf } from './needs.ts';
import type { Options } from './options.ts';
import type { Patient } from './patient.ts';
import { notAsked, type Row } from './row.ts';
import { runCheck } from './run-check.ts';
import { prepareShared } from './run-shared.ts';

/** Milliseconds that the doctor takes at most for one check that is repeated. */
const RUN_TIME = 60_000;

/** Looks at a connection. Changes nothing in Salesforce; in Slack only what `tryRoom` says. */
export async function examine(
  patient: Patient,
  options: Options,
  time: Pick<Context, 'now' | 'sleep'>,
): Promise<readonly Row[]> {
  const needs = needsOf(options, String(time.now()));
  const ask = askerOf(patient);
  const own: Row[] = [];
  for (const check of doctorChecks) own.push(await runCheck(check, ask, needs));
  const shared = await sharedFor(options.signals.join())(
    await reachable(patient, ask, needs),
    { ...time, deadline: time.now() + RUN_TIME },
    {
      signals: options.signals,
      channels: options.channels.slice(0, MOST_CHANNELS),
      calls: needs.calls,
    },
  );
  return ordered([...own, ...shared.map((row) => withoutEcho(row, own))]);
}

const input = parametersOf({ calls: 'number' });

/** The checks that every platform can run, for signals whose names are joined by commas. */
const sharedFor = remembered((signals: string) =>
  prepareShared(scopesFirst(setUpChecks(operationsFor(operations, signals.split(',')), input('calls')))),
);

/** The connection without the side that does not answer, so that nothing waits for it again. */
async function reachable(patient: Patient, ask: Asker, needs: Needs): Promise<Patient> {
  const closedBy = async ({ asks }: DoctorCheck) => {
    for (const question of Object.values(asks(needs))) {
      const { problem } = await ask(question).catch(() => ({ problem: undefined }));
      if (problem !== undefined && isFatal(problem)) return { problem };
    }
    return undefined;
  };
  return {
    ...patient,
    salesforce: (await closedBy(apiAccess)) ?? patient.salesforce,
    slack: (await closedBy(slackToken)) ?? patient.slack,
  };
}

/** What is said of channels depends on the scopes. */
function scopesFirst(checks: readonly SetUpCheck[]): readonly SetUpCheck[] {
  const isScopes = ({ name }: SetUpCheck) => name === 'scopes';
  return [...checks.filter(isScopes), ...checks.filter((check) => !isScopes(check))];
}

/** What the rows say that field-level security hides was said by field already. */
function withoutEcho(row: Row, own: readonly Row[]): Row {
  const isSaid = own.some(({ check, state }) => ['objects', 'fields'].includes(check) && state === 'problem');
  if (row.check !== 'rows' || row.state !== 'problem' || !isSaid) return row;
  return notAsked(row.check, row.question, 'mend the objects and fields first');
}

/** The order in which an admin mends things: the connection, the org, then Slack. */
const ORDER = [
  'api-access',
  'sign-in',
  'edition',
  'objects',
  'fields',
  'rows',
  'ledger',
  'ledger-write',
  'history',
  'allowance',
  'change-data',
  'view-all',
  'push',
  'slack-token',
  'scopes',
  'channels',
  'rooms',
];

function ordered(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => ORDER.indexOf(a.check) - ORDER.indexOf(b.check));
}

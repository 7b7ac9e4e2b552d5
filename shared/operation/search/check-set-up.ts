import {
  add,
  append,
  choose,
  collect,
  concat,
  type Expression,
  equal,
  exists,
  fallback,
  join,
  length,
  literal,
  note,
  parametersOf,
} from '../../language/index.ts';
import { callsOfRound } from '../../set-up/calls.ts';
import { MOST_CHANNELS } from '../../set-up/check/channels.ts';
import type { Find, SetUpCheck, Weight } from '../../set-up/check.ts';
import { setUpChecks } from '../../set-up/checks.ts';
import { isChosen } from '../../set-up/chosen.ts';
import { stepsOf } from '../../set-up/steps.ts';
import { operationsFor, signalsOf } from '../../set-up/uses.ts';
import type { Operation } from '../definition.ts';
import type { Operations } from '../salesforce-access.ts';
import type { Search } from '../search.ts';

/** Minutes between two polls, to choose from. */
const INTERVALS = [1, 2, 5, 10, 15, 30, 60] as const;
const MINUTES_A_DAY = 24 * 60;
const FINE = 'Everything that was asked is in order.';

const input = parametersOf({ interval: 'text' });

/**
 * Checks the live connection. It asks what one module of Make can ask and judge; the command `npm run doctor` asks more:
 * every hidden field at once, history, Change Data Capture, permissions, whether the ledger can be written and rooms opened.
 * Its reads are worked out from the operations when they are first looked at, which takes a moment.
 */
export function checkSetUp(operations: Operations): Search {
  let made: Reads | undefined;
  const reads = () => {
    made ??= readsFor(operations);
    return made;
  };
  return {
    operation: operationFor(operations),
    get before() {
      return reads().before;
    },
    get call() {
      return reads().call;
    },
    get notes() {
      return reads().notes;
    },
    found: exists(note('text', 'instanceUrl')),
    get item() {
      return reads().item;
    },
  };
}

type Reads = Pick<Search, 'call' | 'notes' | 'item'> & Required<Pick<Search, 'before'>>;

function readsFor(operations: Operations): Reads {
  const checks = setUpChecks(operations, callsOf(operations));
  const steps = stepsOf(checks);
  const last = steps.at(-1);
  if (last?.call === undefined || last.when !== undefined)
    throw new Error('The last read of Check Set-up must be one that is always made.');
  const problems = found(checks, 'problem');
  const notices = found(checks, 'notice');
  return {
    before: steps.slice(0, -1),
    call: last.call,
    notes: last.notes ?? {},
    item: {
      is_ready: equal(length(problems), 0),
      problems: length(problems),
      notices: length(notices),
      report: fallback(join(append(problems, notices), '\n'), literal('text', FINE)),
      organization: note('text', 'orgName'),
      edition: note('text', 'edition'),
      is_sandbox: note('boolean', 'isSandbox'),
      api_calls_left: note('number', 'callsLeft'),
      workspace: note('text', 'workspace'),
    },
  };
}

/** API calls in 24 hours when each trigger of the chosen signals polls at the chosen interval. */
function callsOf(operations: Operations): Expression<'number'> {
  return signalsOf(operations)
    .map(([signal]) => {
      const calls = callsOfRound(operationsFor(operations, [signal]));
      const aDay = choose(
        'number',
        INTERVALS.map((minutes) => [
          equal(input('interval'), String(minutes)),
          calls * (MINUTES_A_DAY / minutes),
        ]),
        0,
      );
      return choose('number', [[isChosen(signal), aDay]], 0);
    })
    .reduce((sum, each) => add(sum, each));
}

function operationFor(operations: Operations): Operation {
  return {
    key: 'check_set_up',
    group: 'Set-up',
    noun: 'Set-up',
    label: 'Check Set-up',
    description:
      'Looks whether the connection has what the signals need: edition, ledger, fields, API allowance, scopes, channels. Changes nothing; says what is wrong and what mends it.',
    inputs: [
      {
        key: 'signals',
        label: 'Signals',
        help: 'What you want to use. Leave it empty to check for everything.',
        type: 'list',
        choices: Object.fromEntries(signalsOf(operations)),
      },
      {
        key: 'channels',
        label: 'Channels',
        help: `The channels that messages go to, ${MOST_CHANNELS} at most.`,
        type: 'list',
        mapped: true,
        source: 'channels',
        most: MOST_CHANNELS,
      },
      {
        key: 'interval',
        label: 'Polling Interval',
        help: 'How often your Zap or scenario looks for news; compared with the API allowance of the org.',
        type: 'text',
        default: '15',
        choices: Object.fromEntries(
          INTERVALS.map((minutes) => [String(minutes), minutes === 1 ? '1 minute' : `${minutes} minutes`]),
        ),
      },
    ],
    outputs: [
      { key: 'is_ready', label: 'Is Ready', type: 'boolean' },
      { key: 'problems', label: 'Problems', type: 'number' },
      { key: 'notices', label: 'Notices', type: 'number' },
      { key: 'report', label: 'Report', type: 'text' },
      { key: 'organization', label: 'Organization', type: 'text' },
      { key: 'edition', label: 'Edition', type: 'text' },
      { key: 'is_sandbox', label: 'Is Sandbox', type: 'boolean' },
      { key: 'api_calls_left', label: 'API Calls Left', type: 'number' },
      { key: 'workspace', label: 'Slack Workspace', type: 'text' },
    ],
    sample: {
      is_ready: true,
      problems: 0,
      notices: 0,
      report: FINE,
      organization: 'Acme Seller Inc',
      edition: 'Enterprise Edition',
      is_sandbox: false,
      api_calls_left: 99_993,
      workspace: 'Acme',
    },
  };
}

const WORD: Readonly<Record<Weight, string>> = { problem: 'Problem', notice: 'Notice' };

/** A line for each thing that was found. */
function found(checks: readonly SetUpCheck[], weight: Weight) {
  return collect(
    checks.flatMap(({ name, finds }) =>
      finds
        .filter((find) => find.weight === weight)
        .map((find) => ({ when: find.when, value: line(name, find) })),
    ),
  );
}

function line(name: string, { weight, says, fix }: Find) {
  return concat(`${WORD[weight]} (${name}): `, says, ' ', fix);
}

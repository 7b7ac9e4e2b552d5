import {
  append,
  choose,
  collect,
  concat,
  equal,
  exists,
  fallback,
  join,
  length,
  literal,
  note,
  parametersOf,
} from '../../language/index.ts';
import { MOST_CHANNELS } from '../../set-up/check/channels.ts';
import type { Find, SetUpCheck, Weight } from '../../set-up/check.ts';
import { setUpChecks } from '../../set-up/checks.ts';
import { stepsOf } from '../../set-up/steps.ts';
import { signalsOf } from '../../set-up/uses.ts';
import type { Operations } from '../salesforce-access.ts';
import type { Search } from '../search.ts';

/** Minutes between two polls, to choose from. */
const INTERVALS = [1, 2, 5, 10, 15, 30, 60] as const;
const MINUTES_A_DAY = 24 * 60;

const input = parametersOf({ interval: 'text' });
const calls = choose(
  'number',
  INTERVALS.map((minutes) => [equal(input('interval'), String(minutes)), MINUTES_A_DAY / minutes]),
  MINUTES_A_DAY,
);

const FINE = 'Everything that was asked is in order.';

/**
 * Checks the live connection. It asks what one module of Make can ask and judge; the command `npm run doctor` asks more:
 * every hidden field at once, history, Change Data Capture, permissions, and whether rooms may be opened.
 */
export function checkSetUp(operations: Operations): Search {
  const checks = setUpChecks(operations, calls);
  const [last, ...before] = stepsOf(checks).toReversed();
  if (last?.call === undefined) throw new Error('There is nothing to check.');
  const problems = found(checks, 'problem');
  const notices = found(checks, 'notice');
  return {
    operation: {
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
    },
    before: before.toReversed(),
    call: last.call,
    notes: last.notes ?? {},
    found: exists(note('text', 'instanceUrl')),
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

import { describe, expect, it } from '@jest/globals';
import {
  branch,
  delay,
  delayQueue,
  equals,
  errorHandler,
  fileOf,
  filter,
  newTicket,
  postNote,
  zapOf,
} from './fixture/zap.ts';
import { readZapExport } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';

const zap = zapOf(
  newTicket,
  filter('1__subject', 'Printer'),
  delay('1.5'),
  { type_of: 'write', selected_api: 'BranchingAPI', action: 'branch' },
  branch(4, 0, { filter_criteria: [equals('1__subject', 'a')], color: 'Peru', emoji: 'x', formerTitle: 'A' }),
  postNote({ text: '{{1__subject}}' }),
  branch(4, 1, {
    filter_criteria: [
      { id: 1945951106115134, group: 2024905831251030, key: '', value: '', action: 'continue' },
    ],
    path_eval_stage: 9,
  }),
);

/** The file with one thing changed by its path. */
function changed(path: string, value: unknown): string {
  const file = structuredClone(fileOf(zap)) as unknown as Record<string, never>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, never>>((value, key) => value[key] as never, file);
  if (value === undefined) delete holder[last];
  else Object.assign(holder, { [last]: value });
  return JSON.stringify(file);
}

describe('readZapExport', () => {
  it('reads a file of the shapes Zapier exports', () => {
    const file = fileOf(zap);
    expect(readZapExport(JSON.stringify(file))).toEqual(file);
  });

  it('accepts queues, and error handlers', () => {
    const file = fileOf(
      zapOf(
        newTicket,
        delayQueue('{{1__subject}}', '0.25'),
        postNote({ text: 'x' }, { meta: { $error_wrapper: { error_step_under_test: true } } }),
        ...errorHandler(3),
      ),
    );
    expect(readZapExport(JSON.stringify(file))).toEqual(file);
  });

  it('accepts the hash of a connection and every kind of schedule', () => {
    const schedules = [
      { action: 'everyDay', params: { hod: '9:00 AM', weekends: 'yes' } },
      { action: 'everyHour', params: { moh: '00', weekends: 'yes' } },
      { action: 'everyWeek', params: { dow: ['0'], hod: '12:00 AM' } },
    ].map((schedule) =>
      fileOf(
        zapOf({
          type_of: 'read',
          selected_api: 'ScheduleCLIAPI@1.7.0',
          authentication_id: 'a'.repeat(64),
          ...schedule,
        }),
      ),
    );
    for (const schedule of schedules) expect(readZapExport(JSON.stringify(schedule))).toEqual(schedule);
  });

  it.each([
    ['text that was cut off', '{"metadata": {"version": 2', 'line 1, column 27: a closing brace is missing'],
    [
      'text with a comma too few',
      '{\n  "metadata": {}\n  "zaps": []\n}',
      'line 3, column 3: a comma is missing',
    ],
    ['another version', changed('metadata.version', 3), '/metadata/version'],
    ['no Zap', changed('zaps', []), '/zaps'],
    ['a step without an action', changed('zaps.0.nodes.2.action', undefined), 'action'],
    ['a step with a key of its own', changed('zaps.0.nodes.2.note', 'x'), 'note'],
    ['a step of an unknown kind', changed('zaps.0.nodes.2.type_of', 'wait'), '/zaps/0/nodes/2/type_of'],
    [
      'an app name with a version range',
      changed('zaps.0.nodes.1.selected_api', 'App1CLIAPI@^1.0.0'),
      'selected_api',
    ],
    [
      'a connection that is no hash',
      changed('zaps.0.nodes.1.authentication_id', 'mine'),
      'authentication_id',
    ],
    ['a param that is null', changed('zaps.0.nodes.6.params.text', null), '/zaps/0/nodes/6/params/text'],
    ['a filter without criteria', changed('zaps.0.nodes.2.params', {}), 'filter_criteria'],
    ['a match nobody has seen', changed('zaps.0.nodes.2.params.filter_criteria.0.match', 'istarts'), 'match'],
    [
      'a criterion without a match',
      changed('zaps.0.nodes.2.params.filter_criteria.0.match', undefined),
      'match',
    ],
    ['a short random id', changed('zaps.0.nodes.2.params.filter_criteria.0.id', 7), 'id'],
    [
      'a delay of an unknown unit',
      changed('zaps.0.nodes.3.params.delay_for_unit', 'years'),
      'delay_for_unit',
    ],
    [
      'a branch without its place',
      changed('zaps.0.nodes.5.params.path_eval_index', undefined),
      'path_eval_index',
    ],
    [
      'a queue without a title',
      changed('zaps.0.nodes.3.action', 'delay_queue'),
      "/zaps/0/nodes/3/params must have required property 'queue_title'",
    ],
    [
      'half of an error handler’s mark',
      changed('zaps.0.nodes.6.meta.$error_wrapper', {}),
      '/zaps/0/nodes/6/meta/$error_wrapper',
    ],
    ['other triple stores', changed('zaps.0.nodes.2.triple_stores.spread_tasks', 2), 'spread_tasks'],
  ])('refuses %s', (_, source, named) => {
    expect(() => readZapExport(source, 'my/zap.json')).toThrow(ZapProblem);
    expect(() => readZapExport(source, 'my/zap.json')).toThrow(named);
    expect(() => readZapExport(source, 'my/zap.json')).toThrow(
      /^my\/zap\.json[^\n]+; correct it there, or export the Zap again\.$/,
    );
  });
});

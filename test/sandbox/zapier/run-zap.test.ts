import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeClock, fakeClock } from '../clock.ts';
import type { AppRuntime } from './app-runtime.ts';
import fixture from './fixture/app.ts';
import { type Desk, openDesk } from './fixture/desk.ts';
import {
  branch,
  type Draft,
  delay,
  equals,
  filter,
  newTicket,
  postNote,
  slackStep,
  zapOf,
} from './fixture/zap.ts';
import { switchOnZap, type ZapOptions } from './run-zap.ts';
import { sourceRuntime } from './source-runtime.ts';

const START = '2026-11-20T22:00:00.000Z';
let desk: Desk;
let app: AppRuntime;
let clock: FakeClock;

beforeEach(async () => {
  desk = await openDesk();
  app = await sourceRuntime(fixture);
  clock = fakeClock(START);
});
afterEach(() => desk.server.close());

const switchOn = (drafts: Draft[], options: Partial<ZapOptions> = {}) =>
  switchOnZap({ zap: zapOf(...drafts), app, clock, authData: desk.authData, ...options });

const arrive = (...tickets: Record<string, unknown>[]) => desk.tickets.unshift(...tickets);
const minutesPassed = () => (clock.now() - Date.parse(START)) / 60_000;
const pollQueries = () =>
  desk.server.calls.filter(({ path }) => path === '/tickets').map(({ query }) => Object.fromEntries(query));

describe('a polling trigger', () => {
  it('starts no run for what was there when the Zap was switched on, and tells the integration so', async () => {
    arrive({ id: '1', subject: 'Old' });
    const live = await switchOn([newTicket, postNote({ text: '{{1__subject}}' })]);
    expect(await live.poll()).toEqual([]);
    expect(pollQueries().map(({ first }) => first)).toEqual(['true', 'false']);
  });

  it('starts one run for each new id, once', async () => {
    const live = await switchOn([newTicket, postNote({ text: '{{1__subject}}' })]);
    arrive({ id: '2', subject: 'Second' }, { id: '1', subject: 'First' });
    const runs = await live.poll();
    expect(runs.map(({ outcome, tasks }) => [outcome, tasks])).toEqual([
      ['success', 1],
      ['success', 1],
    ]);
    expect(desk.notes.map(({ text }) => text)).toEqual(['First', 'Second']);
    expect(await live.poll()).toEqual([]);
  });

  it('starts runs in any order that is asked for', async () => {
    const live = await switchOn([newTicket, postNote({ text: '{{1__subject}}' })], {
      order: (items) => items,
    });
    arrive({ id: '2', subject: 'Second' }, { id: '1', subject: 'First' });
    await live.poll();
    expect(desk.notes.map(({ text }) => text)).toEqual(['Second', 'First']);
  });

  it('is deduplicated by its primary output fields where it names some', async () => {
    const live = await switchOn([
      { ...newTicket, action: 'ticket_version' },
      postNote({ text: '{{1__subject}}' }),
    ]);
    arrive({ id: '1', subject: 'A', owner: { name: 'Ana' } });
    expect(await live.poll()).toHaveLength(1);
    desk.tickets = [{ id: '2', subject: 'A', owner: { name: 'Ana' } }];
    expect(await live.poll()).toHaveLength(0);
    desk.tickets = [{ id: '2', subject: 'A', owner: { name: 'Bo' } }];
    expect(await live.poll()).toHaveLength(1);
  });

  it('starts 100 runs at once, and holds more than that until somebody releases them', async () => {
    const live = await switchOn([newTicket, postNote({ text: '{{1__subject}}' })]);
    arrive(...Array.from({ length: 100 }, (_, index) => ({ id: `a${index}`, subject: 'x' })));
    expect((await live.poll()).every(({ outcome }) => outcome === 'success')).toBe(true);
    desk.tickets = Array.from({ length: 101 }, (_, index) => ({ id: `b${index}`, subject: 'x' }));
    const held = await live.poll();
    expect(held.every(({ outcome, tasks }) => outcome === 'held' && tasks === 0)).toBe(true);
    expect(held[0]?.steps[0]?.error).toBe('Flood protection: 101 new items in one poll.');
    expect(desk.notes).toHaveLength(100);
    const released = await live.release();
    expect(released.map(({ outcome }) => outcome)).toEqual(Array(101).fill('success'));
    expect(desk.notes).toHaveLength(201);
    expect(await live.release()).toEqual([]);
  });

  it('gets the time zone of the Zap', async () => {
    await switchOn([newTicket, postNote({ text: 'x' })]);
    expect(pollQueries()[0]).toMatchObject({ timezone: 'Europe/Berlin' });
  });

  it('reports a poll that fails as a run that costs nothing', async () => {
    const live = await switchOn([newTicket, postNote({ text: 'x' })]);
    desk.server.intercept(() => new Response('{"reason":"broken"}', { status: 500 }));
    const [run] = await live.poll();
    expect(run).toMatchObject({
      outcome: 'errored',
      tasks: 0,
      steps: [{ title: 'Tickets', outcome: 'errored' }],
    });
  });
});

describe('the steps of a run', () => {
  it('stops at a filter without cost, and goes on past one', async () => {
    const live = await switchOn([newTicket, filter('1__subject', 'Printer'), postNote({ text: 'x' })]);
    arrive({ id: '2', subject: 'Printer' }, { id: '1', subject: 'Desk' });
    expect(await live.poll()).toMatchObject([
      { outcome: 'filtered', tasks: 0, steps: [{ outcome: 'success' }, { outcome: 'filtered' }] },
      { outcome: 'success', tasks: 1 },
    ]);
  });

  const always = { id: 1945951106115134, group: 2024905831251030, key: '', value: '', action: 'continue' };
  const paths: Draft[] = [
    newTicket,
    { type_of: 'write', selected_api: 'BranchingAPI', action: 'branch' },
    branch(2, 1, { filter_criteria: [always], path_eval_stage: 9 }),
    postNote({ text: 'fallback' }),
    branch(2, 0, { filter_criteria: [equals('1__subject', 'Printer')] }),
    postNote({ text: 'printer' }),
    branch(2, 2, { filter_criteria: [always], isAlwaysRun: true }),
    postNote({ text: 'always' }),
  ];

  it('takes the paths whose rules hold and those that always run', async () => {
    const live = await switchOn(paths);
    arrive({ id: '1', subject: 'Printer' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    expect(desk.notes.map(({ text }) => text)).toEqual(['printer', 'always']);
  });

  it('takes the fallback path when no rule holds', async () => {
    const live = await switchOn(paths);
    arrive({ id: '1', subject: 'Desk' });
    await live.poll();
    expect(desk.notes.map(({ text }) => text)).toEqual(['fallback', 'always']);
  });

  it('goes on with the other paths when one fails', async () => {
    const live = await switchOn(paths);
    desk.answers.push({ halt: 'nothing to do' });
    arrive({ id: '1', subject: 'Printer' });
    expect(await live.poll()).toMatchObject([{ outcome: 'halted', tasks: 1 }]);
    expect(desk.notes.map(({ text }) => text)).toEqual(['printer', 'always']);
  });

  it('waits in a delay on the fake clock, all runs side by side', async () => {
    const live = await switchOn([newTicket, delay('1.5'), postNote({ text: '{{1__subject}}' })]);
    arrive({ id: '2', subject: 'b' }, { id: '1', subject: 'a' });
    expect((await live.poll()).map(({ tasks }) => tasks)).toEqual([1, 1]);
    expect(minutesPassed()).toBe(1.5);
  });

  it('fails a delay that is no number', async () => {
    const live = await switchOn([newTicket, delay('{{1__subject}}'), postNote({ text: 'x' })]);
    arrive({ id: '1', subject: 'soon' });
    expect(await live.poll()).toMatchObject([
      {
        outcome: 'errored',
        steps: [{}, { error: 'Step 2 "Step 2": "soon minutes" is not a time to wait.' }],
      },
    ]);
  });

  const search = (params: Record<string, unknown> = {}): Draft => ({
    type_of: 'search',
    selected_api: newTicket.selected_api,
    action: 'find_person',
    params: { email: '{{1__owner__email}}', ...params },
  });

  it('hands on the first result of a search, which costs a task', async () => {
    const live = await switchOn([newTicket, search(), postNote({ text: '{{2__name}}' })]);
    desk.people = [
      { id: 'p1', name: 'Ana' },
      { id: 'p2', name: 'Bo' },
    ];
    arrive({ id: '1', owner: { email: 'ana@desk.example' } });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    expect(desk.notes).toMatchObject([{ text: 'Ana' }]);
  });

  it('halts when a search finds nothing, unless it is told to go on', async () => {
    arrive({ id: '0' });
    const strict = await switchOn([newTicket, search(), postNote({ text: 'x' })]);
    const lenient = await switchOn([
      newTicket,
      search({ _zap_search_success_on_miss: true }),
      postNote({ text: 'nobody{{2__name}}' }),
    ]);
    arrive({ id: '1', owner: { email: 'x@desk.example' } });
    expect(await strict.poll()).toMatchObject([{ outcome: 'halted', tasks: 0 }]);
    expect(await lenient.poll()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    expect(desk.notes).toMatchObject([{ text: 'nobody' }]);
  });

  it('converts what is mapped as the fields say, sets defaults and leaves empty fields out', async () => {
    const live = await switchOn([
      newTicket,
      postNote({
        text: 'No. {{1__minutes}} of {{1__owner__name}}: {{1__lines__sku}}{{1__due}}',
        count: '3',
        price: '{{1__minutes}}',
        loud: 'yes',
        due: '2026-11-20T10:00:00Z',
        people: ['{{1__owner__email}}', '{{1__lines__sku}}', ''],
        labels: { size: '{{1__minutes}}' },
        lines: [{ sku: '{{1__subject}}', count: '4' }],
      }),
    ]);
    arrive({
      id: '1',
      subject: 'Printer',
      minutes: 5,
      due: null,
      owner: { name: 'Ana', email: 'ana@desk.example' },
      lines: [{ sku: 'A' }, { sku: 'B' }],
    });
    await live.poll();
    expect(desk.notes).toEqual([
      {
        text: 'No. 5 of Ana: A,B',
        count: 3,
        price: 5,
        loud: true,
        due: '2026-11-20T11:00:00+01:00',
        people: ['ana@desk.example', 'A', 'B'],
        labels: { size: '5' },
        lines: [{ sku: 'Printer', count: 4 }],
        channel: 'general',
      },
    ]);
  });

  it('reads "no" and an absent default as false', async () => {
    const live = await switchOn([newTicket, postNote({ text: 'x' })]);
    arrive({ id: '1' });
    await live.poll();
    expect(desk.notes).toEqual([{ text: 'x', loud: false, channel: 'general' }]);
  });

  it('asks the integration for dynamic fields, with the values they depend on', async () => {
    desk.fields = [
      { key: 'size', type: 'integer', meta: { column: 'Size__c' } },
      { key: 'color', label: 'Color', required: true },
    ];
    const form = (params: Record<string, unknown>): Draft => ({ ...postNote(params), action: 'fill_form' });
    const live = await switchOn([newTicket, form({ form: 'f7', size: '12', color: '{{1__subject}}' })]);
    arrive({ id: '1', subject: 'red' });
    await live.poll();
    expect(desk.server.calls.find(({ path }) => path === '/forms')?.query.get('form')).toBe('f7');
    expect(desk.notes).toEqual([
      {
        inputData: { form: 'f7', size: 12, color: 'red' },
        raw: { form: 'f7', size: '12', color: '{{1__subject}}' },
        metas: { form: {}, size: { column: 'Size__c' }, color: {} },
      },
    ]);
    arrive({ id: '2', subject: '' });
    expect(await live.poll()).toMatchObject([
      { outcome: 'errored', steps: [{}, { error: 'Required field "Color" (color) is missing.' }] },
    ]);
  });
});

describe('the errors of an integration', () => {
  const note = [newTicket, postNote({ text: 'x' })];

  it('halts a run without cost', async () => {
    const live = await switchOn(note, { autoreplay: true });
    desk.answers.push({ halt: 'Text: too long. Shorten it.' });
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([
      {
        outcome: 'halted',
        tasks: 0,
        steps: [{}, { error: expect.stringMatching(/^Text: too long. Shorten it./) }],
      },
    ]);
    expect(desk.notes).toHaveLength(1);
  });

  it('waits on the fake clock when throttled, then repeats', async () => {
    const live = await switchOn(note);
    desk.answers.push({ wait: 90 }, new Response('{}', { status: 429, headers: { 'retry-after': '30' } }));
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    expect(minutesPassed()).toBe(2);
  });

  it('gives up on a step that stays throttled', async () => {
    const live = await switchOn(note);
    desk.answers.push(...Array.from({ length: 11 }, () => ({ wait: 60 })));
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([{ outcome: 'errored', steps: [{}, { error: 'slow down' }] }]);
    expect(minutesPassed()).toBe(10);
  });

  it('refreshes an expired session, keeps the rotated tokens and repeats', async () => {
    const live = await switchOn(note);
    desk.accessToken = 'gone';
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    expect(live.authData()).toMatchObject({ access_token: 'access-2', refresh_token: 'refresh-2' });
    expect(live.authData().base_url).toBe(desk.server.url);
  });

  it('refreshes once for runs that find the session expired at the same time', async () => {
    const live = await switchOn([newTicket, delay('1'), postNote({ text: 'x' })], { lanes: 5 });
    arrive({ id: '1' }, { id: '2' }, { id: '3' });
    desk.server.intercept(({ path }) => {
      if (path === '/notes' && desk.accessToken === 'access-1') desk.accessToken = 'gone';
      return undefined;
    });
    expect((await live.poll()).map(({ outcome }) => outcome)).toEqual(Array(3).fill('success'));
    expect(desk.server.calls.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('holds runs when the refresh is refused, skips polls, and goes on after a reconnect', async () => {
    const live = await switchOn([newTicket, postNote({ text: 'first' }), postNote({ text: 'second' })]);
    desk.server.intercept(({ path }) => {
      if (path === '/notes' && desk.notes.length === 1) {
        desk.accessToken = 'access-9';
        desk.refreshToken = 'refresh-9';
      }
      return undefined;
    });
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([{ outcome: 'held', tasks: 1 }]);
    expect(live.expired()).toContain('invalid_grant');
    arrive({ id: '2' });
    expect(await live.poll()).toEqual([]);
    live.reconnect({ ...desk.authData, access_token: 'access-9', refresh_token: 'refresh-9' });
    expect(await live.release()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    expect(desk.notes.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(await live.poll()).toHaveLength(1);
  });

  it('holds a run whose connection the integration calls expired', async () => {
    const live = await switchOn(note);
    desk.answers.push({ expired: 'Reconnect Slack.' });
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([
      { outcome: 'held', steps: [{}, { error: expect.stringMatching(/^Reconnect Slack./) }] },
    ]);
  });

  it('ends a run with any other error, and repeats the failed step only under autoreplay', async () => {
    const broken = () => new Response('{}', { status: 500 });
    const plain = await switchOn([newTicket, postNote({ text: 'a' }), postNote({ text: 'b' })]);
    const patient = await switchOn([newTicket, postNote({ text: 'c' }), postNote({ text: 'd' })], {
      autoreplay: true,
    });
    arrive({ id: '1' });
    desk.answers.push({ id: 'a' }, broken());
    expect(await plain.poll()).toMatchObject([{ outcome: 'errored', tasks: 1 }]);
    expect(minutesPassed()).toBe(0);
    desk.answers.push({ id: 'c' }, broken(), broken());
    expect(await patient.poll()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    expect(minutesPassed()).toBe(35);
    expect(desk.notes.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'd', 'd']);
  });
});

describe('a schedule', () => {
  const schedule = (action: string, params: Record<string, unknown>): Draft => ({
    type_of: 'read',
    selected_api: 'ScheduleCLIAPI@1.7.0',
    action,
    params,
  });

  it('fires at its local time and puts out the instant', async () => {
    const live = await switchOn([
      schedule('everyWeek', { dow: ['1'], hod: '9:00 AM' }),
      postNote({ text: '{{1__id}}' }),
    ]);
    expect(await live.poll()).toEqual([]);
    expect(await live.waitForSchedule()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    expect(desk.notes).toMatchObject([{ text: '2026-11-23T09:00:00+01:00' }]);
    expect(await live.poll()).toEqual([]);
  });

  it('fires once for each time that has passed', async () => {
    const live = await switchOn([
      schedule('everyDay', { hod: '9:00 AM', weekends: 'yes' }),
      postNote({ text: '{{1__id}}' }),
    ]);
    clock.advance(2 * 86_400_000);
    expect(await live.poll()).toHaveLength(2);
  });
});

describe('a Zap that cannot be switched on', () => {
  it.each<[string, Draft[], string]>([
    [
      'names another private app',
      [{ ...newTicket, selected_api: 'App77CLIAPI@1.2.3' }],
      'another private app',
    ],
    ['names another version', [{ ...newTicket, selected_api: 'App0CLIAPI@2.0.0' }], 'version 2.0.0'],
    ['names no version', [{ ...newTicket, selected_api: 'App0CLIAPI' }], '(none)'],
    ['has an unknown trigger', [{ ...newTicket, action: 'old_ticket' }], 'no trigger "old_ticket"'],
    ['has an unknown action', [newTicket, { ...postNote({}), action: 'post' }], 'no create "post"'],
    ['sets an unknown input', [newTicket, postNote({ txt: 'x' })], 'no input "txt"'],
    ['maps an unknown field', [newTicket, postNote({ text: '{{1__subjct}}' })], 'no output "subjct"'],
    [
      'maps a later step',
      [newTicket, postNote({ text: '{{3__id}}' }), postNote({})],
      'step 3, which has not run',
    ],
    ['maps a filter', [newTicket, filter('1__id', '1'), postNote({ text: '{{2__id}}' })], 'no output "id"'],
    ['filters by an unknown field', [newTicket, filter('1__priority', '1')], 'no output "priority"'],
    ['has a placeholder', [newTicket, postNote({ text: '{{channel}}' })], '"{{channel}}" is not a mapping'],
    ['has an inline function', [newTicket, postNote({ text: "{{=gives['1']['id']}}" })], 'inline function'],
    ['has a half-edited mapping', [newTicket, postNote({ text: 'Hi {{1__subject' })], 'braces'],
    ['has a step that hangs in the air', [newTicket, postNote({}, { parent_id: 9 })], 'does not follow'],
    ['has two triggers', [newTicket, { ...newTicket, parent_id: null }], 'exactly one step without a parent'],
    [
      'begins with an action that calls itself a trigger',
      [{ ...slackStep('channel_message', { channel: 'C1', text: 'x' }), type_of: 'read' }],
      'starts no Zap',
    ],
    [
      'has a trigger among its actions',
      [newTicket, { ...slackStep('pushed_message'), type_of: 'write' }],
      'is a trigger, which only starts a Zap',
    ],
    ['begins with an action', [postNote({})], 'must be a trigger'],
    [
      'branches without Paths',
      [newTicket, postNote({}, { parent_id: 1 }), postNote({}, { parent_id: 1 })],
      'only Paths',
    ],
    ['has a wrong root', [newTicket, postNote({}, { root_id: 7 })], 'root_id 1'],
    [
      'has Paths without branches',
      [newTicket, { type_of: 'write', selected_api: 'BranchingAPI', action: 'branch' }, postNote({})],
      'two or more branches',
    ],
  ])('because it %s', async (_, drafts, named) => {
    await expect(switchOn(drafts)).rejects.toMatchObject({
      name: 'ZapProblem',
      message: expect.stringContaining(named),
    });
    await expect(switchOn(drafts)).rejects.toThrow(/^(Step|"Tickets"|Node).+; .+\.$/);
  });

  it('says which version to name', async () => {
    await expect(switchOn([{ ...newTicket, selected_api: 'App0CLIAPI@2.0.0' }])).rejects.toThrow(
      'Step 1 "Tickets" asks for version 2.0.0 of App0CLIAPI, but the account has 1.2.3; ' +
        'set its selected_api to App0CLIAPI@1.2.3.',
    );
  });

  it('because the placeholder was not replaced', async () => {
    await expect(switchOn([newTicket], { appName: 'App123CLIAPI' })).rejects.toThrow(
      'Step 1 "Tickets" still has the placeholder App0CLIAPI for the app, which the account calls App123CLIAPI; ' +
        'set its selected_api to App123CLIAPI@1.2.3.',
    );
  });

  it('because its first poll fails', async () => {
    desk.server.intercept(() => new Response('{}', { status: 500 }));
    await expect(switchOn([newTicket])).rejects.toMatchObject({ name: 'StepFailed' });
  });
});

it('keeps the secrets of the connection out of the log the platform writes', async () => {
  const live = await switchOn([newTicket, postNote({ text: 'x' })]);
  desk.accessToken = 'gone';
  arrive({ id: '1' });
  await live.poll();
  const log = JSON.stringify(app.log);
  expect(log).toContain('/notes');
  expect(log).not.toMatch(/access-[12]|refresh-[12]/);
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeClock, fakeClock } from '../clock.ts';
import type { AppRuntime } from './app-runtime.ts';
import fixture from './fixture/app.ts';
import { type Desk, openDesk } from './fixture/desk.ts';
import { type Draft, delayQueue, errorHandler, guarded, newTicket, postNote, zapOf } from './fixture/zap.ts';
import { switchOnZap } from './run-zap.ts';
import { sourceRuntime } from './source-runtime.ts';

let desk: Desk;
let app: AppRuntime;
let clock: FakeClock;
beforeEach(async () => {
  desk = await openDesk();
  app = await sourceRuntime(fixture);
  clock = fakeClock();
});
afterEach(() => desk.server.close());

const switchOn = (...drafts: Draft[]) =>
  switchOnZap({ zap: zapOf(...drafts), app, clock, authData: desk.authData });
const arrive = (...tickets: Record<string, unknown>[]) => desk.tickets.unshift(...tickets);
const texts = () => desk.notes.map(({ text }) => text);

describe('a Delay queue', () => {
  const seconds = (start: number) => (clock.now() - start) / 1000;

  it('lets one run go on at a time, also those of a later poll', async () => {
    const live = await switchOn(newTicket, delayQueue('desk', '1'), postNote({ text: '{{1__id}}' }));
    const start = clock.now();
    arrive({ id: '2' }, { id: '1' });
    await live.poll();
    expect(seconds(start)).toBe(60);
    arrive({ id: '3' });
    await live.poll();
    expect(seconds(start)).toBe(120);
    expect(texts()).toEqual(['1', '2', '3']);
  });

  it('makes nobody wait once its time has passed', async () => {
    const live = await switchOn(newTicket, delayQueue('desk', '1'), postNote({ text: '{{1__id}}' }));
    arrive({ id: '1' });
    await live.poll();
    clock.advance(60_000);
    const start = clock.now();
    arrive({ id: '2' });
    await live.poll();
    expect(seconds(start)).toBe(0);
  });

  it('needs a title and a time', async () => {
    const live = await switchOn(newTicket, delayQueue('{{1__subject}}', '{{1__minutes}}'), postNote({}));
    arrive({ id: '2', subject: 'a', minutes: 'soon' }, { id: '1', subject: '', minutes: 1 });
    expect(await live.poll()).toMatchObject([
      { outcome: 'errored', steps: [{}, { error: 'Required field "queue_title" is missing.' }] },
      { outcome: 'errored', steps: [{}, { error: expect.stringContaining('is not a time to wait') }] },
    ]);
  });
});

describe('an error handler', () => {
  const handled = (success?: Draft, error?: Draft): Draft[] => [
    newTicket,
    postNote({ text: '{{1__subject}}' }, guarded),
    ...errorHandler(2, success, error),
  ];
  const broken = () => new Response('{}', { status: 500 });

  it('takes the branch for success when the step goes well', async () => {
    const live = await switchOn(...handled(postNote({ text: 'after {{2__id}}' })));
    arrive({ id: '1', subject: 'a' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    expect(texts()).toEqual(['a', 'after n1']);
  });

  it('takes the branch for errors when the step fails, which then costs no task', async () => {
    const live = await switchOn(...handled());
    desk.answers.push(broken());
    arrive({ id: '1', subject: 'a' });
    const [run] = await live.poll();
    expect(run).toMatchObject({ outcome: 'success', tasks: 1 });
    expect(run?.steps[1]).toMatchObject({ outcome: 'errored' });
    expect(texts()).toEqual(['a', 'went wrong']);
  });

  it('is no help against a halt', async () => {
    const live = await switchOn(...handled());
    desk.answers.push({ halt: 'nothing to do' });
    arrive({ id: '1', subject: 'a' });
    expect(await live.poll()).toMatchObject([{ outcome: 'halted', tasks: 0 }]);
  });

  it('does not repeat the failed step when its branch is released', async () => {
    const live = await switchOn(...handled());
    desk.answers.push(broken(), { expired: 'Reconnect.' });
    arrive({ id: '1', subject: 'a' });
    expect(await live.poll()).toMatchObject([{ outcome: 'held' }]);
    live.reconnect(desk.authData);
    expect(await live.release()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    expect(texts()).toEqual(['a', 'went wrong', 'went wrong']);
  });

  const [container, ...branches] = errorHandler(2);
  it.each<[string, Draft[], string]>([
    ['a guarded step alone', [newTicket, postNote({ text: 'x' }, guarded)], 'Step 2 "Step 2" is guarded'],
    [
      'a handler behind an ordinary step',
      [newTicket, postNote({ text: 'x' }), ...errorHandler(2)],
      'Step 2 "Step 2" is not guarded',
    ],
    [
      'branches of errors in ordinary Paths',
      [newTicket, postNote({ text: 'x' }), { ...container, meta: {} } as Draft, ...branches],
      'handles none',
    ],
    [
      'a handler of another step',
      [
        newTicket,
        postNote({ text: 'x' }, guarded),
        container as Draft,
        ...errorHandler(7).slice(1).map(under(3)),
      ],
      'for errors of step 2',
    ],
    [
      'an error branch that reads what the step never put out',
      handled(undefined, postNote({ text: '{{2__id}}' })),
      'Step 7 "Step 7" maps step 2, which has not run well before it',
    ],
  ])('cannot be half there: %s', async (_, drafts, message) => {
    await expect(switchOn(...drafts)).rejects.toMatchObject({
      name: 'ZapProblem',
      message: expect.stringContaining(message),
    });
  });
});

/** Puts branches below another container. */
function under(container: number) {
  return (draft: Draft): Draft =>
    draft.parent_id === undefined ? draft : { ...draft, parent_id: container };
}

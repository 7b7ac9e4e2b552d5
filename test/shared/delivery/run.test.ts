import { describe, expect, it } from '@jest/globals';
import type { SlackCall, Step } from '../../../shared/delivery/step.ts';
import { add, answer, exists, greater, literal, note } from '../../../shared/language/index.ts';
import { runSteps } from './tiny.ts';

const slack = (method: string, more: Partial<SlackCall> = {}): SlackCall => ({
  to: 'slack',
  method,
  body: {},
  ...more,
});
const calls = (method: string, more: Partial<Step> = {}): Step => ({
  name: method,
  call: slack(method),
  ...more,
});
const release: readonly Step[] = [calls('release')];

describe('A delivery', () => {
  it('runs at the same time what does not wait for each other', async () => {
    let open = 0;
    let most = 0;
    const { log } = await runSteps(
      [
        calls('a', { notes: { seen: answer('text', 'x') } }),
        calls('b'),
        calls('c', { when: exists(note('text', 'seen')) }),
      ],
      {
        slack: async (method) => {
          open += 1;
          most = Math.max(most, open);
          await Promise.resolve();
          open -= 1;
          return { ok: true, x: method };
        },
      },
    );
    expect(log).toEqual(['a', 'b', 'c']);
    expect(most).toBe(2);
  });

  it('leaves out a step whose condition does not hold, and its notes', async () => {
    const step = calls('a', { when: exists(note('text', 'nothing')), notes: { x: 'noted' } });
    expect(await runSteps([step], {}, { result: { x: note('text', 'x') } })).toEqual({
      result: {},
      error: undefined,
      log: [],
    });
  });

  it('notes what an answer shows, also of a call that is refused, then gives back and throws', async () => {
    const back: Step = { ...calls('release'), when: exists(note('text', 'why')) };
    const { error, log } = await runSteps(
      [calls('a', { notes: { why: answer('text', 'error') } })],
      { slack: (method) => (method === 'a' ? { ok: false, error: 'is_archived' } : { ok: true }) },
      { release: [back] },
    );
    expect(error).toMatchObject({ code: 'dealwire_slack_refused' });
    expect(log).toEqual(['a', 'release']);
  });

  it('lets steps under way end before it gives back, and starts none that waits for the failed one', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { error, log } = await runSteps(
      [
        calls('slow', { notes: { done: 'yes' } }),
        calls('bad', { notes: { bad: 'yes' } }),
        calls('later', { when: exists(note('text', 'bad')) }),
        calls('other', { when: exists(note('text', 'done')) }),
      ],
      {
        slack: async (method) => {
          if (method === 'slow') await slow;
          if (method !== 'bad') return { ok: true };
          finish();
          return { ok: false, error: 'no_permission' };
        },
      },
      { release },
    );
    expect(error).toMatchObject({ error: 'no_permission' });
    expect(log).toEqual(['slow', 'bad', 'other', 'release']);
  });

  it('throws the first step’s error in the order of the table, and its own even when giving back fails', async () => {
    const { error } = await runSteps(
      [calls('a'), calls('b')],
      { slack: (method) => ({ ok: false, error: `no_${method}` }) },
      { release },
    );
    expect(error).toMatchObject({ error: 'no_a' });
  });

  it('does not give back what went well', async () => {
    expect(await runSteps([calls('a')], {}, { release })).toMatchObject({ log: ['a'] });
  });

  it('repeats a step while its answer asks for it, at most as often as allowed', async () => {
    const again = (limit: number): Step => ({
      ...calls('page'),
      notes: { pages: add(note('number', 'pages'), 1), left: answer('number', 'left') },
      again: { while: greater(answer('number', 'left'), 0), limit },
    });
    const tiny = { slack: (_: string, __: unknown, time: number) => ({ ok: true, left: 3 - time }) };
    const result = { left: note('number', 'left') };
    expect(await runSteps([again(10)], tiny, { result })).toMatchObject({
      result: { left: 0 },
      log: ['page', 'page', 'page'],
    });
    expect(await runSteps([again(2)], tiny, { result })).toMatchObject({
      result: { left: 1 },
      log: ['page', 'page'],
    });
  });

  it.each([
    ['busy', { code: 'dealwire_delivery_busy', retryAfter: 600 }],
    ['unsure', { code: 'dealwire_delivery_unsure' }],
    [
      'not-found',
      { code: 'dealwire_record_not_found', message: 'Salesforce shows no Opportunity with the id 006A.' },
    ],
  ] as const)('ends as %s when an answer says so', async (as, error) => {
    const step: Step = { name: 'judge', fail: [{ when: literal('boolean', true), as }] };
    expect((await runSteps([step], {}, { release })).error).toMatchObject(error);
  });

  it.each([
    [{ row: { Idle_Minutes__c: 4.5 }, recordRow: { Idle_Minutes__c: 8 } }, 330],
    [{ row: { Idle_Minutes__c: 12 }, recordRow: { Idle_Minutes__c: 11 } }, 10],
    [{ row: { Idle_Minutes__c: 9 } }, 600],
  ])('that is busy comes back when the lease of the younger row is over: %j', async (notes, retryAfter) => {
    const step: Step = { name: 'judge', fail: [{ when: literal('boolean', true), as: 'busy' }] };
    expect((await runSteps([step], {}, {}, notes)).error).toMatchObject({ retryAfter });
  });

  it('fails with the first failure that holds, once the notes are written', async () => {
    const step: Step = {
      name: 'judge',
      notes: { seen: 'yes' },
      fail: [
        { when: exists(note('text', 'nothing')), as: 'busy' },
        { when: exists(note('text', 'seen')), as: 'unsure' },
      ],
    };
    expect((await runSteps([step])).error).toMatchObject({ code: 'dealwire_delivery_unsure' });
  });
});

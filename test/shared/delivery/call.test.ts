import { describe, expect, it } from '@jest/globals';
import { prepareCall } from '../../../shared/delivery/call.ts';
import type { Call, CompositeCall, SlackCall } from '../../../shared/delivery/step.ts';
import { SalesforceLimitedError, SlackUnavailableError } from '../../../shared/error.ts';
import { concat, note } from '../../../shared/language/index.ts';
import { scopeOf } from '../target/scope.ts';
import { composite, refusal, type Tiny, tinyContext } from './tiny.ts';

async function made(call: Call, tiny: Tiny, notes: Readonly<Record<string, unknown>> = {}) {
  const { context, log } = tinyContext(tiny);
  const end = await prepareCall(call)(context, scopeOf({ notes })).catch((error: unknown) => ({
    thrown: error,
  }));
  return { ...end, log };
}

describe('A Slack call', () => {
  const call = (more: Partial<SlackCall> = {}): SlackCall => ({
    to: 'slack',
    method: 'pins.add',
    body: { channel: note('text', 'room'), missing: note('text', 'nothing'), fixed: 1 },
    ...more,
  });
  const answers = (error: string | undefined, more: object = {}) => ({
    slack: () => ({ ok: false, ...(error === undefined ? {} : { error }), ...more }),
  });

  it('sends its body with the notes filled in and what is missing left out', async () => {
    let sent: unknown;
    const slack = (_: string, body: unknown) => {
      sent = body;
    };
    expect(await made(call(), { slack }, { room: 'C1' })).toEqual({
      answer: { ok: true },
      log: ['pins.add'],
    });
    expect(sent).toEqual({ channel: 'C1', fixed: 1 });
  });

  it('gives a refusal back beside the answer', async () => {
    expect(await made(call(), answers('is_archived'))).toMatchObject({
      answer: { error: 'is_archived' },
      problem: { code: 'dealwire_slack_refused' },
    });
    expect(await made(call(), answers(undefined))).toMatchObject({ problem: { error: 'unknown_error' } });
  });

  it.each([
    ['one it lives with', ['is_archived'] as const, 'is_archived'],
    ['any', 'any' as const, 'is_archived'],
    ['any, a missing scope among them', 'any' as const, 'missing_scope'],
  ])('lives with %s', async (_, accept, error) => {
    expect(await made(call({ accept }), answers(error))).not.toHaveProperty('problem');
  });

  it.each([
    ['another one', ['is_archived'] as const, 'name_taken'],
    ['a dead token, whatever it accepts', 'any' as const, 'token_revoked'],
    ['a wait, whatever it accepts', 'any' as const, 'ratelimited'],
    ['an unknown outcome, whatever it accepts', 'any' as const, 'internal_error'],
  ])('does not live with %s', async (_, accept, error) => {
    expect(await made(call({ accept }), answers(error))).toHaveProperty('problem');
  });

  it('is repeated after an unknown outcome only if it reads', async () => {
    const slack = (_: string, __: unknown, time: number) => {
      if (time === 1) throw new SlackUnavailableError('x', 'no answer', 30);
    };
    expect(await made(call(), { slack })).toMatchObject({ thrown: expect.any(SlackUnavailableError) });
    expect(await made(call({ reads: true }), { slack })).toMatchObject({ answer: { ok: true } });
  });

  it('starts late only if it reads', async () => {
    expect(await made(call(), { deadline: 0 })).toMatchObject({ thrown: { code: 'dealwire_out_of_time' } });
    expect(await made(call({ reads: true }), { deadline: 0 })).toMatchObject({ answer: { ok: true } });
  });
});

describe('A Composite call', () => {
  const call = (more: Partial<CompositeCall> = {}): CompositeCall => ({
    to: 'salesforce',
    allOrNone: false,
    parts: {
      one: {
        method: 'POST',
        path: '/sobjects/A__c',
        body: { B__c: note('text', 'b'), C__c: note('text', 'c') },
      },
      two: { method: 'GET', path: concat('/query?q=', note('text', 'b')), accept: 'any' },
    },
    ...more,
  });
  const fine = composite({ one: [201, { id: '1' }], two: [200, { records: [] }] });

  it('sends its parts in order in one call, and names the answers', async () => {
    let sent: unknown;
    const salesforce = ({ body }: { body?: unknown }) => {
      sent = body;
      return fine;
    };
    expect(await made(call(), { salesforce }, { b: 'x' })).toEqual({
      answer: { one: { status: 201, body: { id: '1' } }, two: { status: 200, body: { records: [] } } },
      log: ['composite'],
    });
    expect(sent).toEqual({
      allOrNone: false,
      compositeRequest: [
        { method: 'POST', url: '/sobjects/A__c', referenceId: 'one', body: { B__c: 'x' } },
        { method: 'GET', url: '/query?q=x', referenceId: 'two' },
      ],
    });
  });

  it('ends with the first refusal that its part does not accept, answers kept', async () => {
    const salesforce = () => composite({ one: [400, refusal('INVALID_FIELD')], two: [400, refusal('X')] });
    expect(await made(call(), { salesforce })).toMatchObject({
      answer: { two: { status: 400 } },
      problem: { code: 'dealwire_missing_field' },
    });
  });

  it('names the object that is missing by the path of its part', async () => {
    const salesforce = () => composite({ one: [404, refusal('NOT_FOUND')], two: [200] });
    expect(await made(call(), { salesforce })).toMatchObject({ problem: { object: 'A__c' } });
  });

  it('lives with refusals that a part accepts, by code or all', async () => {
    const salesforce = () =>
      composite({ one: [400, refusal('DUPLICATE_VALUE')], two: [400, refusal('INVALID_TYPE')] });
    const { one, two } = call().parts;
    const parts = { one: { ...one, accept: ['DUPLICATE_VALUE'] }, two } as CompositeCall['parts'];
    expect(await made(call({ parts }), { salesforce })).not.toHaveProperty('problem');
  });

  it('is repeated when a part met a locked row, even one that accepts everything', async () => {
    const salesforce = (_: unknown, time: number) =>
      time < 3 ? composite({ one: [201], two: [400, refusal('UNABLE_TO_LOCK_ROW')] }) : fine;
    expect(await made(call(), { salesforce })).toMatchObject({
      answer: { two: { status: 200 } },
      log: ['composite', 'wait 400', 'composite', 'wait 1600', 'composite'],
    });
    const always = () => composite({ one: [201], two: [400, refusal('UNABLE_TO_LOCK_ROW')] });
    expect(await made(call(), { salesforce: always })).not.toHaveProperty('problem');
  });

  it('that would say something else the second time is made once', async () => {
    const salesforce = () => composite({ one: [400, refusal('UNABLE_TO_LOCK_ROW')], two: [200] });
    const { log, ...end } = await made(call({ once: true }), { salesforce });
    expect(log).toEqual(['composite']);
    expect(end).toMatchObject({ problem: { code: 'dealwire_salesforce_unavailable' } });
  });

  it('starts late', async () => {
    expect(await made(call(), { deadline: 0, salesforce: () => fine })).toHaveProperty('answer');
  });

  it('that may fail answers with the code of the problem; another one throws, and so do mistakes of ours', async () => {
    const salesforce = () => {
      throw new SalesforceLimitedError(900);
    };
    expect(await made(call({ mayFail: true }), { salesforce })).toMatchObject({
      answer: { problem: 'dealwire_salesforce_limited' },
    });
    expect(await made(call(), { salesforce })).toHaveProperty('thrown');
    const mistake = () => ({});
    expect(await made(call({ mayFail: true }), { salesforce: mistake })).toHaveProperty('thrown');
  });

  it('reads a refusal without a code as one that may pass', async () => {
    const salesforce = () => composite({ one: [500, null], two: [200] });
    expect(await made(call(), { salesforce })).toMatchObject({
      problem: { code: 'dealwire_salesforce_unavailable' },
    });
  });
});

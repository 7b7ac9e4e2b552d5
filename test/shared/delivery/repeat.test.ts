import { describe, expect, it } from '@jest/globals';
import type { Answered } from '../../../shared/delivery/call.ts';
import { type Leave, repeated } from '../../../shared/delivery/repeat.ts';
import {
  MissingScopeError,
  SalesforceLimitedError,
  SalesforceUnavailableError,
  SlackLimitedError,
  SlackUnavailableError,
} from '../../../shared/error.ts';
import { tinyContext } from './tiny.ts';

const silent = new SlackUnavailableError('x', 'no answer', 30);
const busy = new SalesforceUnavailableError('UNABLE_TO_LOCK_ROW', 30);
const limited = (seconds: number) => new SlackLimitedError('x', seconds);
const may: Leave = { repeat: true, late: false };
const mayNot: Leave = { repeat: false, late: false };

/** Makes a call that goes wrong a few times; tells how often it was made and what was waited. */
async function made(
  problem: unknown,
  times: number,
  leave: Leave,
  { deadline = 1e9, inAnswer = false } = {},
) {
  const { context, log } = tinyContext({ deadline });
  const call = async (): Promise<Answered> => {
    log.push('call');
    if (log.filter((entry) => entry === 'call').length > times) return { answer: { fine: true } };
    if (inAnswer) return { answer: {}, problem: problem as never };
    throw problem;
  };
  const end = await repeated(context, leave, call).catch((error: unknown) => error);
  return { end, log };
}

describe('A call', () => {
  it.each([
    ['of unknown outcome is repeated twice, when it may be', silent, may],
    ['that met a locked row is repeated twice', busy, may],
  ])('%s', async (_, problem, leave) => {
    const ways = [await made(problem, 2, leave), await made(problem, 2, leave, { inAnswer: true })];
    for (const { end, log } of ways) {
      expect(end).toEqual({ answer: { fine: true } });
      expect(log).toEqual(['call', 'wait 400', 'call', 'wait 1600', 'call']);
    }
  });

  it('gives up after the second repeat, with the error or the answer', async () => {
    expect((await made(silent, 9, may)).end).toBe(silent);
    expect((await made(busy, 9, may, { inAnswer: true })).end).toEqual({ answer: {}, problem: busy });
    expect((await made(silent, 9, may)).log.filter((entry) => entry === 'call')).toHaveLength(3);
  });

  it.each([
    ['of unknown outcome that may not be repeated', silent, mayNot],
    ['refused for a scope', new MissingScopeError('x', 'y'), may],
    ['refused for the allowance of the org', new SalesforceLimitedError(900), may],
    ['limited for longer than a run should wait', limited(6), may],
    ['that meets a mistake of ours', new TypeError('x'), may],
  ])('%s is made once', async (_, problem, leave) => {
    expect(await made(problem, 1, leave)).toEqual({ end: problem, log: ['call'] });
  });

  it('that Slack limits is repeated after the wait Slack asks for, whatever it does', async () => {
    expect(await made(limited(5), 1, mayNot)).toEqual({
      end: { answer: { fine: true } },
      log: ['call', 'wait 5000', 'call'],
    });
  });

  it('does not start once the time is up, unless it may be late', async () => {
    expect(await made(silent, 0, may, { deadline: 0 })).toMatchObject({
      end: { code: 'dealwire_out_of_time' },
      log: [],
    });
    expect(await made(silent, 0, { repeat: true, late: true }, { deadline: 0 })).toMatchObject({
      end: { answer: { fine: true } },
    });
  });

  it('waits for nothing that would end after the time is up', async () => {
    expect(await made(silent, 1, may, { deadline: 400 })).toEqual({ end: silent, log: ['call'] });
    expect(await made(silent, 1, may, { deadline: 401 })).toMatchObject({
      log: ['call', 'wait 400', 'call'],
    });
  });
});

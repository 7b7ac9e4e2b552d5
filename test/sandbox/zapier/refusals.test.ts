import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import type { AppRuntime } from './app-runtime.ts';
import { cleanedRequest } from './cleaned-request.ts';
import fixture from './fixture/app.ts';
import { type Desk, openDesk } from './fixture/desk.ts';
import { type Draft, newTicket, postNote, zapOf } from './fixture/zap.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';
import { ZapRefusal } from './refuse.ts';
import { switchOnZap } from './run-zap.ts';
import { sourceRuntime } from './source-runtime.ts';

let desk: Desk;
let app: AppRuntime;
beforeAll(async () => {
  desk = await openDesk();
  app = await sourceRuntime(fixture);
});
afterAll(() => desk.server.close());

const thrown = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'nothing was refused';
  } catch (error) {
    return error instanceof ZapRefusal ? error.id : String(error);
  }
};
/** A refusal met when a Zap is switched on. */
const switchingOn = (...drafts: readonly Draft[]) =>
  thrown(() => switchOnZap({ zap: zapOf(...drafts), app, clock: fakeClock(0), authData: desk.authData }));

const CASES: Readonly<Record<RefusalId, () => Promise<string>>> = {
  'hook-to-poll': () => switchingOn({ ...newTicket, action: 'ticket_woken' }),
  'hook-body': () =>
    thrown(() => cleanedRequest({ method: 'POST', querystring: '', headers: {}, content: 'x' })),
  'search-or-create': () => switchingOn(newTicket, { ...postNote({}), type_of: 'search_or_write' }),
};

it.each(Object.keys(REFUSALS) as RefusalId[])('%s is refused, from the list', async (id) => {
  expect(await CASES[id]()).toBe(id);
});

it.each(Object.entries(REFUSALS))('%s says what, why and what instead', (_, {
  construct,
  reason,
  instead,
}) => {
  expect(construct.length).toBeGreaterThan(2);
  expect(`${reason} ${instead}`).toMatch(/\. .+\.$/);
});

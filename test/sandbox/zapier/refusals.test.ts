import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import type { AppRuntime } from './app-runtime.ts';
import { cleanedRequest } from './cleaned-request.ts';
import fixture from './fixture/app.ts';
import { type Desk, openDesk } from './fixture/desk.ts';
import {
  type Draft,
  delay,
  errorHandler,
  guarded,
  newTicket,
  postNote,
  slackStep,
  zapOf,
} from './fixture/zap.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';
import { ZapRefusal } from './refuse.ts';
import { switchOnZap, type ZapOptions } from './run-zap.ts';
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
const switchingOn = (drafts: readonly Draft[], more: Partial<ZapOptions> = {}) =>
  thrown(() =>
    switchOnZap({ zap: zapOf(...drafts), app, clock: fakeClock(0), authData: desk.authData, ...more }),
  );

const CASES: Readonly<Record<RefusalId, () => Promise<string>>> = {
  'hook-to-poll': () => switchingOn([{ ...newTicket, action: 'ticket_woken' }]),
  'hook-body': () =>
    thrown(() => cleanedRequest({ method: 'POST', querystring: '', headers: {}, content: 'x' })),
  'search-or-create': () => switchingOn([newTicket, { ...postNote({}), type_of: 'search_or_write' }]),
  'stock-step': () => switchingOn([newTicket, slackStep('new_channel', { name: 'x' })]),
  'stock-version': () => switchingOn([newTicket, { ...delay('1'), selected_api: 'DelayCLIAPI@2.0.0' }]),
  'stock-param': () => switchingOn([newTicket, slackStep('channel_message', { blocks: '[]' })]),
  'guarded-autoreplay': () =>
    switchingOn([newTicket, postNote({ text: 'x' }, guarded), ...errorHandler(2)], { autoreplay: true }),
};

it.each([
  ['an app that nothing covers', [newTicket, { ...postNote({}), selected_api: 'GmailV2CLIAPI@1.0.0' }]],
  ['a delay until a date', [newTicket, { ...delay('1'), action: 'delay_until' }]],
  ['code', [newTicket, { ...postNote({}), selected_api: 'CodeCLIAPI@1.0.1' }]],
])('A stock step is refused by name: %s', async (_, drafts) => {
  const [, { selected_api = '', action = '' } = {}] = drafts;
  const on = switchOnZap({ zap: zapOf(...drafts), app, clock: fakeClock(0), authData: desk.authData });
  await expect(on).rejects.toThrow(`Step 2 "Step 2": ${selected_api.split('@')[0]} ${action}`);
});

it.each([
  ['FilterAPI@1.0.0', 'filter'],
  ['ScheduleCLIAPI@1.5.9', 'everyDay'],
  ['SlackCLIAPI@1.43.1', 'channel_message'],
  ['SlackCLIAPI', 'channel_message'],
])('The version of %s is refused.', async (selected_api, action) => {
  expect(await switchingOn([newTicket, { ...postNote({}), selected_api, action }])).toBe('stock-version');
});

it.each([
  ['channel_message', { channel: 'C1', text: 'x', add_edit_link: 'yes' }],
  ['channel_message', { channel: 'C1', text: 'x', add_app_to_channel: true }],
  ['channel_message', { channel: 'C1', text: 'x', unfurl: 'perhaps' }],
  ['direct_message', { channel: 'U1', text: 'x', icon: 'robot' }],
])('The params of %s are refused in %j.', async (action, params) => {
  expect(await switchingOn([newTicket, slackStep(action, params)])).toBe('stock-param');
});

it.each([
  ['anywhere_message', { raw: 'yes' }],
  ['anywhere_message', { channel: 'C1' }],
  ['pushed_message', { listen_for_bots: 'no' }],
])('The params of the trigger %s are refused in %j.', async (action, params) => {
  expect(await switchingOn([slackStep(action, params)])).toBe('stock-param');
});

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

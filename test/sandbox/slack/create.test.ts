import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
});
afterEach(() => slack.close());

const create = (name: string) => client.conversations.create({ name, is_private: true });

describe('conversations.create', () => {
  it('makes the bot creator and only member, and numbers rooms in order', async () => {
    const first = await client.conversations.create({ name: 'deal-a' });
    const second = await create('deal-b');
    expect([first.channel?.id, second.channel?.id]).toEqual(['C000001001', 'C000001002']);
    expect(second.channel).toMatchObject({
      name: 'deal-b',
      is_private: true,
      is_member: true,
      creator: slack.botUserId,
    });
    expect(slack.channels().at(-1)?.members).toEqual([slack.botUserId]);
  });

  it.each([
    ['', 'invalid_name_required'],
    ['Deal', 'invalid_name_specials'],
    ['deal room', 'invalid_name_specials'],
    ['deal.room', 'invalid_name_specials'],
    ['müller', 'invalid_name_specials'],
    ['株式会社', 'invalid_name_specials'],
    ['--', 'invalid_name_punctuation'],
    ['...', 'invalid_name_punctuation'],
    ['x'.repeat(81), 'invalid_name_maxlength'],
  ])('refuses the name %j with %s instead of repairing it', async (name, code) => {
    expect(await codeOf(create(name))).toBe(code);
  });

  it('takes a name of 80 characters', async () => {
    expect((await create('x'.repeat(80))).ok).toBe(true);
  });

  it.each([
    ['an open channel', {}],
    ['an archived one', { archived: true }],
    ['a private one that the bot cannot see', { isPrivate: true }],
  ])('answers name_taken for the name of %s', async (_name, kind) => {
    slack.createChannel({ name: 'deal-acme', creator: PEOPLE.kim.id, ...kind });
    expect(await codeOf(create('deal-acme'))).toBe('name_taken');
  });

  it('takes one of two parallel creates with one name', async () => {
    const answers = await Promise.allSettled([create('deal-acme'), create('deal-acme')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes both while names are racy, and sees the name a second later', async () => {
    slack.racyNames(true);
    const answers = await Promise.all([create('deal-acme'), create('deal-acme')]);
    expect(new Set(answers.map(({ channel }) => channel?.id)).size).toBe(2);
    slack.clock.advance(1000);
    expect(await codeOf(create('deal-acme'))).toBe('name_taken');
  });
});

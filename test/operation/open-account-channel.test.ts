import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openAccountChannel } from '../../shared/operation/action/open-account-channel.ts';
import { SAMPLE_ACCOUNT } from '../../shared/operation/trigger/account-created.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { BACKSLASH, CHANNEL_HOLDINGS, LONG_NAME, TOKYO } from '../sandbox/salesforce/sample-org/account.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

const INPUTS = { record_id: SAMPLE_ACCOUNT, event_key: `account-channel-${SAMPLE_ACCOUNT}-new` };

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const rooms = () => world.slack.channels().filter(({ creator }) => creator === world.slack.botUserId);
const atInstance = (text: string) => text.replaceAll(world.salesforce.url, INSTANCE);
const shown = () => atInstance(JSON.stringify(posted()[0]?.blocks).replaceAll('\\n', '\n'));

describe.each(platforms)('Open Account Channel on %s', (platform) => {
  const act = (inputs: Values = {}) =>
    on(platform, world).act('open_account_channel', { ...INPUTS, ...inputs });
  const failure = (run: Promise<unknown>) => on(platform, world).failure(run);

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({ ...openAccountChannel.operation.sample, message_ts: expect.any(String) });
  });

  it('opens a channel with owner and account team, topic, bookmark and a pinned summary', async () => {
    await act();
    expect(rooms()).toMatchObject([
      { name: 'acct-acme-corp', isPrivate: true, topic: 'Acme Corp · Technology · Kim Ro' },
    ]);
    expect(rooms()[0]?.members.toSorted()).toEqual(
      [world.slack.botUserId, PEOPLE.kim.id, PEOPLE.ana.id].toSorted(),
    );
    expect(rooms()[0]?.pins).toHaveLength(1);
    expect(rooms()[0]?.bookmarks).toHaveLength(1);
    for (const part of [
      'This channel is for *Acme Corp*.',
      '*Industry*\nTechnology',
      '*Type*\nCustomer - Direct',
      '*Owner*\nKim Ro',
      '*Phone*\n+1 617 555 0100',
      'Everyone is here',
      `"url":"${INSTANCE}/${SAMPLE_ACCOUNT}"`,
    ])
      expect(shown()).toContain(part);
  });

  it('opens one channel, however often it runs and under whatever event', async () => {
    const first = await act();
    expect(await act()).toMatchObject({ outcome: 'already_delivered', channel_id: first.channel_id });
    expect(await act({ event_key: 'chosen' })).toMatchObject({
      outcome: 'delivered',
      channel_id: first.channel_id,
    });
    expect(rooms()).toHaveLength(1);
  });

  it('works its key out of the delivery name and the account', async () => {
    expect(await act({ event_key: undefined })).toMatchObject({ event_key: INPUTS.event_key });
  });

  it('enters the channel in the ledger as the room of the account', async () => {
    const { channel_id } = await act();
    const rows = world.salesforce.records('Dealwire_Delivery__c');
    expect(rows.find(({ Key__c }) => String(Key__c).startsWith(`room-${SAMPLE_ACCOUNT}-`))).toMatchObject({
      Channel__c: channel_id,
      Status__c: 'done',
    });
  });

  it('costs three Salesforce calls, and one more for an announcement', async () => {
    await act();
    expect(world.salesforce.apiCalls).toBe(3);
    world.salesforce.forget();
    await act({ record_id: TOKYO, event_key: undefined, announce_channel: CHANNELS.wins });
    expect(world.salesforce.apiCalls).toBe(4);
    expect(posted().at(-1)?.text).toMatch(/^New channel for \*東京トレーディング\*, Léa D'Arc /);
  });

  it('invites the CSM and the roles chosen, and names whom Slack does not know', async () => {
    const { members, not_added } = await act({
      record_id: TOKYO,
      event_key: undefined,
      csm_field: 'CSM__c',
      team_roles: ['Executive Sponsor'],
      emails: [PEOPLE.vera.email],
    });
    expect(members).toEqual([PEOPLE.lea.id, PEOPLE.vera.id]);
    expect(not_added).toEqual(['priya@acme.example']);
    expect(shown()).toContain('Could not add priya@acme.example');
  });

  it('goes on in an org without account teams', async () => {
    Object.assign(world.salesforce.features, { accountTeams: false });
    expect(await act()).toMatchObject({ outcome: 'delivered', members: [PEOPLE.kim.id], warnings: [] });
  });

  it.each([
    ['markup', CHANNEL_HOLDINGS, 'acct-channel-holdings'],
    ['quotes and backslashes', BACKSLASH, 'acct-back-slash-sons'],
    ['nothing but other letters', TOKYO, 'acct'],
    ['255 characters', LONG_NAME, 'acct'],
  ])('gives a channel a name that Slack takes when the account has %s in its name', async (_, record_id, name) => {
    expect(await act({ record_id, event_key: undefined })).toMatchObject({ outcome: 'delivered' });
    expect(rooms()[0]?.name).toBe(name);
  });

  it('takes another name when somebody else has it', async () => {
    world.slack.createChannel({ name: 'acct-acme-corp', creator: PEOPLE.ops.id });
    await act();
    expect(rooms()[0]?.name).toBe(`acct-acme-corp-${SAMPLE_ACCOUNT.toLowerCase()}`);
  });

  it('posts a link to the channel on the account when that is chosen', async () => {
    const { channel_id } = await act({ write_back: true });
    expect(world.salesforce.records('FeedItem').at(-1)).toMatchObject({
      ParentId: SAMPLE_ACCOUNT,
      Body: `The account’s channel in Slack: https://app.slack.com/client/${world.slack.teamId}/${channel_id}`,
    });
  });

  it('says that an account was deleted meanwhile, and refuses the id of another object', async () => {
    expect(await failure(act({ record_id: '001xx0000000999AAA', event_key: 'gone' }))).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Salesforce shows no Account with the id'),
    });
    expect((await failure(act({ record_id: '500xx0000000404AAA' }))).message).toContain('Account ID: ');
  });

  it('says it in another language, with further fields', async () => {
    await act({ language: 'de', extra_fields: ['Segment__c:picklist:Segment', 'ARR__c:currency:ARR'] });
    expect(shown()).toContain('Dieser Kanal ist für *Acme Corp*.');
    expect(shown()).toContain('*Segment:* Enterprise\n*ARR:* USD 60,000');
  });
});

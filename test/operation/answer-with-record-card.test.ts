import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answerWithRecordCard } from '../../shared/operation/action/answer-with-record-card.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { ACME, LONG_NAME } from '../sandbox/salesforce/sample-org/account.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { JO, PAT } from '../sandbox/salesforce/sample-org/contact.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

const MIA = sampleId('00Q', 601);
const QUESTION = '7386630154744.562912180';
const INPUTS = {
  text: 'Acme Corp',
  question_id: QUESTION,
  channel: CHANNELS.general,
  user: PEOPLE.kim.id,
  objects: ['account'],
};

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const atInstance = (text: string) => text.replaceAll(world.salesforce.url, INSTANCE);
const shown = () => atInstance(JSON.stringify(posted()[0]?.blocks).replaceAll('\\n', '\n'));
const headline = () => (posted()[0]?.blocks?.[0] as { text?: { text?: string } } | undefined)?.text?.text;

describe.each(platforms)('Answer With Record Card on %s', (platform) => {
  const act = (inputs: Values = {}) =>
    on(platform, world).act('answer_with_record_card', { ...INPUTS, ...inputs });
  const failure = (run: Promise<unknown>) => on(platform, world).failure(run);

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({
      ...answerWithRecordCard.operation.sample,
      event_key: `record-card-${QUESTION.replace('.', '-')}`,
      message_ts: expect.any(String),
    });
  });

  it('shows the card of the only record, with a link and who asked', async () => {
    await act();
    expect(atInstance(posted()[0]?.text ?? '')).toBe(`Acme Corp <${INSTANCE}/${ACME}|View in Salesforce>`);
    expect(posted()[0]?.channel).toBe(CHANNELS.general);
    for (const part of [
      '*Industry*\nTechnology',
      '*Type*\nCustomer - Direct',
      '*Owner*\nKim Ro',
      '*Phone*\n+1 617 555 0100',
      `Account · Asked by <@${PEOPLE.kim.id}>`,
      `"url":"${INSTANCE}/${ACME}"`,
    ])
      expect(shown()).toContain(part);
  });

  it.each([
    ['the number of a case', '00001004', LOGIN_LOOP, 'Case', '*Contact*\nJo Marsh'],
    ['a number without its zeros', '#1004', LOGIN_LOOP, 'Case', '*Account*\nAcme Corp'],
    [
      'an address as Slack links it',
      '<mailto:jo@acme-corp.example|jo@acme-corp.example>',
      JO,
      'Contact',
      '*Title*\nCIO',
    ],
    ['the address of a lead', 'MIA@umbrella.example', MIA, 'Lead', '*Company*\nUmbrella'],
    ['a last name', 'marsh', JO, 'Contact', '*Phone*\n+1 617 555 0111'],
    ['a company of a lead', 'lead umbrella', MIA, 'Lead', '*Source*\nWeb'],
    [
      'a pasted link of Lightning',
      `<https://acme.lightning.force.com/lightning/r/Opportunity/${DEMO_DEAL}/view>`,
      DEMO_DEAL,
      'Opportunity',
      '*Stage*\n',
    ],
    ['an id of 15 characters', ACME.slice(0, 15), ACME, 'Account', '*Website*\n'],
    [
      'a link with another label',
      `<https://acme.my.salesforce.com/${PAT}|our man>`,
      PAT,
      'Contact',
      '*Title*\nCFO',
    ],
    ['the object and a name', 'acct Acme', ACME, 'Account', '*Industry*\n'],
    ['a mention of the bot', '<@U00DEALWIR> acct Acme', ACME, 'Account', '*Industry*\n'],
    [
      'a name as Slack writes it',
      "O'Neil &amp; Söhne &lt;Ltd&gt;",
      sampleId('001', 101),
      'Account',
      '*Type*\n—',
    ],
  ])('finds a record by %s', async (_, text, record_id, object, part) => {
    expect(await act({ text, objects: [] })).toMatchObject({ hits: 1, record_id, object });
    expect(shown()).toContain(part);
  });

  it('lists several records under their objects, with links', async () => {
    const result = await act({ text: 'acme', objects: [] });
    expect(result.hits).toBeGreaterThan(1);
    expect(result).not.toHaveProperty('record_id');
    expect(headline()).toBe('Several records fit: acme');
    expect(shown()).toContain(`*Accounts*\n• <${INSTANCE}/${ACME}|Acme Corp> · Technology · Kim Ro`);
    expect(shown()).toContain('*Opportunities*\n• ');
    expect(shown()).not.toContain('*Cases*');
  });

  it('lists five records of an object and says that there are more', async () => {
    for (let number = 1; number <= 7; number += 1)
      world.salesforce.insert('Account', { Name: `Stark ${number}`, OwnerId: '005xx0000000301AAA' });
    expect(await act({ text: 'Stark' })).toMatchObject({ hits: 6 });
    expect(shown()).toContain('|Stark 5>');
    expect(shown()).not.toContain('|Stark 6>');
    expect(shown()).toContain('\nand more');
  });

  it.each([
    ['nothing fits', 'Hooli', 'Nothing found for: Hooli'],
    ['only the keyword was typed', '', 'Nothing found for: ?'],
    ['the wildcards of a query are typed', '%', 'Nothing found for: %'],
    ['a query is typed', "x' OR Name LIKE '", "Nothing found for: x' OR Name LIKE '"],
    [
      'a backslash is typed',
      "\\' OR Id != null OR Name = \\'",
      "Nothing found for: \\' OR Id != null OR Name = \\'",
    ],
  ])('says kindly what to ask for when %s', async (_, text, title) => {
    const typed = `!sf ${text}`.trim();
    expect(await act({ text: typed, keyword: '!sf', objects: [] })).toMatchObject({
      outcome: 'delivered',
      hits: 0,
    });
    expect(headline()).toBe(title);
    expect(shown()).toContain('Ask for the beginning of a name');
  });

  it.each([
    ['the keyword', '!sf acct Acme', '!sf'],
    ['the keyword in capitals', '!SF acct Acme', '!sf'],
    ['a mention and the keyword', '<@U00DEALWIR> !sf acct Acme', '!sf'],
    ['a mention that is the keyword', '<@U00DEALWIR> acct Acme', '<@U00DEALWIR>'],
  ])('takes a message that begins with %s as a question', async (_, text, keyword) => {
    expect(await act({ text, keyword })).toMatchObject({ record_id: ACME });
  });

  it.each([
    ['only mentions it', 'Type !sf Acme to look it up'],
    ['has nothing to do with it', 'Acme'],
    ['mentions somebody else', '<@U00KIMRO01> Acme'],
  ])('leaves a message alone that %s, at no cost', async (_, text) => {
    expect(await act({ text, keyword: '!sf' })).toMatchObject({ outcome: 'left', already_delivered: false });
    expect(posted()).toEqual([]);
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([0, 0]);
  });

  it('finds a name by what is in it when that is chosen', async () => {
    expect(await act({ text: 'corp' })).toMatchObject({ hits: 0 });
    expect(await act({ text: 'corp', match: 'contains', question_id: 'b' })).toMatchObject({
      record_id: ACME,
    });
  });

  it('answers a question once, however often it comes', async () => {
    const first = await act();
    expect(await act()).toMatchObject({
      outcome: 'already_delivered',
      channel_id: first.channel_id,
      message_ts: first.message_ts,
    });
    expect(await act({ question_id: 'another' })).toMatchObject({ outcome: 'delivered' });
    expect(posted()).toHaveLength(2);
  });

  it('costs three Salesforce calls and one Slack call', async () => {
    await act({ objects: [] });
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([3, 1]);
  });

  it.each([
    ['the bot cannot see the conversation', { channel: CHANNELS.leadership }],
    ['only the person shall see it', { answer_to: 'person' }],
    ['no conversation is known', { channel: undefined }],
  ])('answers the person when %s', async (_, inputs) => {
    expect(await act(inputs)).toMatchObject({
      outcome: 'delivered',
      channel_id: expect.stringMatching(/^D/),
    });
    expect(posted()).toHaveLength(1);
    expect(await act(inputs)).toMatchObject({ outcome: 'already_delivered' });
  });

  it('stops with a remedy where it may not speak and nobody is known', async () => {
    expect(await failure(act({ channel: CHANNELS.leadership, user: undefined }))).toEqual({
      kind: 'stops',
      message:
        'Channel: the bot may not speak there. Invite the bot to the conversation, or map who asked, who then gets the answer directly.',
    });
    expect((await failure(act({ channel: undefined, user: undefined }))).message).toContain(
      'it is empty, and so is User ID',
    );
  });

  it('goes on without an object that is hidden, and says so', async () => {
    world.salesforce.features.hiddenFields = new Set(['Lead.Company']);
    const { warnings } = await act({ text: 'Mia', objects: [] });
    expect(warnings).toEqual([expect.stringContaining('Lead: Salesforce did not do it (INVALID_FIELD)')]);
    expect(shown()).toContain('Salesforce did not let Dealwire look everywhere.');
  });

  it('shows hostile and very long names as they are', async () => {
    await act({ text: '&lt;!channel&gt; Hold', objects: [] });
    expect(headline()).toBe('<!channel> Holdings');
    await act({ text: LONG_NAME, objects: [], question_id: 'long' });
    expect(posted()).toHaveLength(2);
  });

  it('answers in another language', async () => {
    await act({ language: 'de' });
    expect(shown()).toContain('*Branche*\nTechnology');
    expect(shown()).toContain('Gefragt von');
  });
});

it('Answer With Record Card on Zapier says TEST and writes to nobody directly when it runs in the editor', async () => {
  const { act } = on('zapier', world);
  await act('answer_with_record_card', { ...INPUTS, answer_to: 'person' }, { test: true });
  expect(posted()).toEqual([]);
  await act('answer_with_record_card', INPUTS, { test: true });
  expect(headline()).toBe('TEST Acme Corp');
});

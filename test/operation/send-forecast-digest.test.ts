import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendForecastDigest } from '../../shared/operation/action/send-forecast-digest.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { sampleOrg } from '../sandbox/salesforce/sample-org/sample-org.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

const BIG = sampleId('006', 204);
const SLIPPED = sampleId('006', 205);
const RENEWAL = sampleId('006', 208);
const QUALIFIED = sampleId('006', 213);
const TOM = sampleId('006', 216);

/** Monday, nine o'clock in New York. */
const MONDAY = '2026-11-23T14:00:00Z';
const NEXT_MONDAY = '2026-11-30T14:00:00Z';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  world.clock.set(MONDAY);
});
afterEach(() => world.close());

type Inputs = Readonly<Record<string, unknown>>;

const posted = (in_: World = world) =>
  in_.slack.messages().filter(({ user }) => user === in_.slack.botUserId);

interface Block {
  readonly type: string;
  readonly text?: { readonly text: string };
  readonly fields?: readonly { readonly text: string }[];
  readonly elements?: readonly { readonly text: string | { readonly text: string } }[];
}

/** The texts of the latest message, block after block. */
function shown(in_: World = world): readonly string[] {
  const blocks = (posted(in_).at(-1)?.blocks ?? []) as readonly Block[];
  return blocks.flatMap(({ type, text, fields, elements }) => {
    if (text !== undefined) return [text.text];
    if (fields !== undefined) return fields.map((field) => field.text);
    if (elements === undefined) return [type];
    return elements.map((element) => (typeof element.text === 'string' ? element.text : element.text.text));
  });
}

/** The text of the latest message that begins with some words. */
const part = (start: string, in_: World = world) => shown(in_).find((text) => text.startsWith(start));

describe.each(platforms)('Send Forecast Digest on %s', (platform) => {
  const act = (inputs: Inputs = {}, in_: World = world) =>
    on(platform, in_).act('send_forecast_digest', {
      channel: CHANNELS.forecast,
      time_zone: 'America/New_York',
      ...inputs,
    });
  const complaint = async (inputs: Inputs) => {
    const { failure } = on(platform, world);
    return failure(act(inputs));
  };
  /** Records open at the sample org's own address on Make. */
  const plain = (text: string | undefined) =>
    text?.replaceAll(world.salesforce.url, 'https://acme.my.salesforce.com');

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({
      ...sendForecastDigest.operation.sample,
      message_ts: expect.any(String),
    });
  });

  it('costs three Salesforce calls and one Slack call', async () => {
    world.salesforce.forget();
    world.slack.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([3, 1]);
  });

  it('says where the quarter stands: totals, stages by their labels, categories, the largest deals with links', async () => {
    await act({ largest_count: 2 });
    expect(shown().map(plain)).toEqual([
      'Forecast Q4 FY2027',
      'Nov 1, 2026 – Jan 31, 2027: open deals at Proposal/Price Quote or later, and won ones.',
      '*Won*\n3 deals · USD 340,000',
      '*Open*\n9 deals · USD 1,727,000',
      '*Won and open*\n12 deals · USD 2,067,000',
      '*Weighted*\nUSD 1,542,300',
      '*By stage*\n• Proposal/Price Quote: 3 deals · USD 80,000\n• Negotiation: 6 deals · USD 1,647,000\n• Closed Won: 3 deals · USD 340,000',
      '*By forecast category*\n• Best Case: 3 deals · USD 80,000\n• Commit: 6 deals · USD 1,647,000\n• Closed: 3 deals · USD 340,000',
      [
        '*Largest deals*',
        `• <https://acme.my.salesforce.com/${BIG}|Big negotiation> · USD 1,200,000 · Negotiation · Dec 15, 2026 · Léa D'Arc`,
        `• <https://acme.my.salesforce.com/${sampleId('006', 211)}|&lt;!channel&gt; "mega" &amp; more> · USD 310,000 · Negotiation · Nov 28, 2026 · Léa D'Arc`,
      ].join('\n'),
      '*Since the last digest*\nThis is the first digest. Later ones say here what moved.',
      'divider',
      'Amounts in USD.',
      'View in Salesforce',
    ]);
    expect(plain(String(posted()[0]?.text))).toBe(
      'Forecast Q4 FY2027: Open 9 deals · USD 1,727,000, Won 3 deals · USD 340,000 <https://acme.my.salesforce.com/lightning/o/Opportunity/list|View in Salesforce>',
    );
  });

  it('is one a day in its time zone, however often it runs', async () => {
    await act();
    world.clock.set('2026-11-24T04:59:00Z');
    expect(await act()).toMatchObject({ outcome: 'already_delivered', already_delivered: true });
    expect(posted()).toHaveLength(1);
    world.clock.set('2026-11-24T05:00:00Z');
    expect(await act()).toMatchObject({ outcome: 'delivered', event_key: 'forecast-digest-2026-11-24' });
    expect(await act({ delivery_name: 'forecast-emea' })).toMatchObject({ outcome: 'delivered' });
    expect(posted()).toHaveLength(3);
  });

  it('tells what moved since the last digest: won, lost, other stages, and close dates in and out of the quarter', async () => {
    await act();
    world.clock.set('2026-11-25T10:00:00Z');
    world.salesforce.update('Opportunity', BIG, { StageName: 'Closed Won' });
    world.salesforce.update('Opportunity', TOM, { StageName: 'Closed Lost' });
    world.salesforce.update('Opportunity', QUALIFIED, { StageName: 'Negotiation/Review' });
    world.salesforce.update('Opportunity', SLIPPED, { CloseDate: '2026-12-30' });
    world.salesforce.update('Opportunity', RENEWAL, { CloseDate: '2027-03-30' });
    world.clock.set(NEXT_MONDAY);
    await act();
    expect(plain(part('*Since '))).toBe(
      [
        '*Since <!date^1795442400^{date_short}|Nov 23, 2026>*',
        '• Won: 1 deal · USD 1,200,000',
        '• Lost: 1 deal · USD 33,000',
        '• New or in another stage: 1 deal · USD 7,500',
        '_Close date moved into or out of the quarter:_',
        `• <https://acme.my.salesforce.com/${RENEWAL}|Renewal with a meeting next week> · USD 75,000 · Dec 20, 2026 → Mar 30, 2027`,
        `• <https://acme.my.salesforce.com/${SLIPPED}|Slipped deal> · USD 60,000 · Feb 10, 2027 → Dec 30, 2026`,
      ].join('\n'),
    );
    world.clock.set('2026-12-07T14:00:00Z');
    await act();
    expect(part('*Since ')).toMatch(/^\*Since .*\*\nNothing moved\.$/);
  });

  it('counts a new deal, and shows five moved close dates, then that there are more', async () => {
    await act();
    world.clock.set('2026-11-25T10:00:00Z');
    const deal = { StageName: 'Negotiation/Review', CloseDate: '2026-12-01' };
    for (let number = 1; number <= 6; number += 1) {
      const id = world.salesforce.insert('Opportunity', { ...deal, Name: `Deal ${number}`, Amount: number });
      world.salesforce.update('Opportunity', id, { CloseDate: '2027-02-01' });
    }
    world.salesforce.insert('Opportunity', { ...deal, Name: 'New', Amount: 9 });
    world.clock.set(NEXT_MONDAY);
    await act();
    const lines = part('*Since ')?.split('\n') ?? [];
    expect(lines[1]).toBe('• New or in another stage: 1 deal · USD 9');
    expect(lines).toHaveLength(9);
    expect(lines[3]).toContain('|Deal 6> · USD 6 · Dec 1, 2026 → Feb 1, 2027');
    expect(lines.at(-1)).toBe('• and more');
  });

  it('starts at the chosen stage by sort order, leaves lost deals and stages out of use out', async () => {
    await act({ first_stage: 'Negotiation/Review' });
    expect(part('*Open*')).toBe('*Open*\n6 deals · USD 1,647,000');
    expect(part('Nov 1')).toContain('open deals at Negotiation or later');
    world.clock.set(NEXT_MONDAY);
    world.salesforce.update('Opportunity', BIG, { StageName: 'Verbal' });
    await act({ first_stage: 'Prospecting' });
    expect(part('*By stage*')?.split('\n').slice(1)).toEqual([
      '• Prospecting: 1 deal · USD 48,000',
      '• Qualification: 1 deal · USD 7,500',
      '• Value Proposition: 1 deal · USD 42,001',
      '• Id. Decision Makers: 1 deal · USD 15,000',
      '• Perception Analysis: 1 deal · USD 27,000',
      '• Proposal/Price Quote: 3 deals · USD 80,000',
      '• Negotiation: 5 deals · USD 447,000',
      '• Closed Won: 3 deals · USD 340,000',
    ]);
  });

  it('adds up another field, of which there is no weighted sum', async () => {
    world.salesforce.update('Opportunity', BIG, { ARR__c: 400_000 });
    await act({ amount_field: 'ARR__c', largest_count: 1 });
    expect(shown()).toContain('*Open*\n9 deals · USD 400,000');
    expect(shown()).toContain('*Won*\n3 deals · USD 240,000');
    expect(shown()).toContain('*Weighted*\n—');
    expect(part('*Largest')).toContain('|Big negotiation> · USD 400,000 ·');
  });

  it('says kindly that a quarter is empty, with the same blocks', async () => {
    await act();
    const full = posted().at(-1)?.blocks as readonly Block[];
    world.clock.set('2026-06-01T14:00:00Z');
    expect(await act()).toMatchObject({ outcome: 'delivered', warnings: [] });
    expect((posted().at(-1)?.blocks as readonly Block[]).map(({ type }) => type)).toEqual(
      full.map(({ type }) => type),
    );
    expect(shown().slice(0, 9)).toEqual([
      'Forecast Q2 FY2027',
      'May 1, 2026 – Jul 31, 2026: the forecast is still empty. Deals show up here once they are won, or at Proposal/Price Quote.',
      '*Won*\n0 deals · USD 0',
      '*Open*\n0 deals · USD 0',
      '*Won and open*\n0 deals · USD 0',
      '*Weighted*\nUSD 0',
      '*By stage*\n—',
      '*By forecast category*\n—',
      '*Largest deals*\n—',
    ]);
  });

  it('says it in another language, with a headline and an intro of one’s own', async () => {
    await act({
      language: 'de',
      locale: 'de-DE',
      currency: 'EUR',
      headline: 'Montagsrunde',
      intro: 'Moin <@U1>',
    });
    expect(shown().slice(0, 3)).toEqual([
      'Montagsrunde',
      'Moin &lt;@U1&gt;',
      '*Gewonnen*\n3 Deals · EUR 340.000',
    ]);
    expect(part('*Größte Deals*')).toContain('EUR 1.200.000 · Negotiation · 15. Dez. 2026');
  });

  it('goes to a person, and to the fallback person when Slack does not know them', async () => {
    const direct = await act({ channel: undefined, person: PEOPLE.vera.email });
    expect(direct.channel_id).toMatch(/^D/);
    const nobody = { channel: undefined, person: 'nora@acme.example', delivery_name: 'b' };
    expect(await act({ ...nobody, fallback_email: PEOPLE.vera.email })).toMatchObject({
      channel_id: direct.channel_id,
    });
    expect(await complaint({ ...nobody, delivery_name: 'c' })).toEqual({
      kind: 'stops',
      message:
        'Slack knows nobody by the addresses given, and no channel is chosen. Correct Person or Fallback Person, add an alias for an address that Slack does not know, or choose a Channel.',
    });
  });

  it('stops with a remedy for a channel that the bot cannot see, and when nobody was chosen', async () => {
    expect(await complaint({ channel: CHANNELS.leadership })).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Invite the bot to the channel'),
    });
    expect(await complaint({ channel: undefined })).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Channel: it is empty, and so are Person and Fallback Person.'),
    });
  });

  it('stops for a first stage that is renamed or out of use, and delivers once another is chosen', async () => {
    const reason =
      'First Stage: the org uses no opportunity stage of this name; it may have been renamed or switched off. Choose a stage from the list; a mapped stage must read exactly like its API name.';
    expect(await complaint({ first_stage: 'Quote' })).toEqual({ kind: 'stops', message: reason });
    expect(await complaint({ first_stage: 'Verbal', delivery_name: 'b' })).toEqual({
      kind: 'stops',
      message: reason,
    });
    expect(posted()).toEqual([]);
    world.clock.advance(15 * 60_000);
    expect(await act()).toMatchObject({ outcome: 'delivered' });
  });

  it('stops for an amount field that holds no numbers, that the org lacks, or that is hidden', async () => {
    expect(await complaint({ amount_field: 'Name' })).toEqual({
      kind: 'stops',
      message: 'Amount Field: Salesforce cannot add it up. Choose a field of money or numbers from the list.',
    });
    const missing = await complaint({ amount_field: 'ACV__c', delivery_name: 'b' });
    expect(missing).toEqual({ kind: 'stops', message: expect.stringContaining('ACV__c') });
    world.salesforce.features.hiddenFields = new Set(['Opportunity.ExpectedRevenue']);
    const hidden = await complaint({ delivery_name: 'c' });
    expect(hidden).toEqual({ kind: 'stops', message: expect.stringContaining('ExpectedRevenue') });
  });

  it.each([
    [{ largest_count: 0 }, /^Largest Deals: .* not between 1 and 10\./],
    [{ largest_count: 11 }, /^Largest Deals: .* not between 1 and 10\./],
    [{ currency: 'Euro' }, /^Currency: it is not an ISO code of a currency such as EUR\./],
    [{ time_zone: 'New York' }, /^Time Zone: it is not a time zone such as Europe\/Berlin\./],
  ])('stops for %j before anything is asked', async (inputs, message) => {
    expect(await complaint(inputs)).toEqual({ kind: 'stops', message: expect.stringMatching(message) });
    expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
  });

  it('leaves out what moved where the fields for it are hidden, and warns', async () => {
    await act();
    world.clock.set(NEXT_MONDAY);
    world.salesforce.features.hiddenFields = new Set([
      'Opportunity.LastStageChangeDate',
      'Opportunity.LastCloseDateChangedHistoryId',
    ]);
    expect(await act()).toMatchObject({
      outcome: 'delivered',
      warnings: [
        expect.stringMatching(
          /^Changes of stages: Salesforce did not do it \(INVALID_FIELD\)\. Check the API names/,
        ),
        expect.stringMatching(/^Changes of close dates: .*INVALID_FIELD/),
      ],
    });
    expect(part('*Since ')).toMatch(/\nSalesforce did not tell what moved\.$/);
    expect(shown()).toContain('*Open*\n9 deals · USD 1,727,000');
  });

  it('adds up in the corporate currency and shows each deal in its own, in an org with several', async () => {
    world.salesforce.features.multiCurrency = true;
    world.salesforce.update('Opportunity', BIG, { CurrencyIsoCode: 'JPY' });
    world.salesforce.update('Opportunity', RENEWAL, { CurrencyIsoCode: 'EUR' });
    await act({ currency: 'GBP', largest_count: 2 });
    expect(shown()).toContain('*Open*\n9 deals · USD 553,750');
    expect(part('*Largest')).toContain('|&lt;!channel&gt; "mega" &amp; more> · USD 310,000 ·');
    expect(part('*Largest')).toContain('|Renewal with a meeting next week> · EUR 75,000 ·');
    expect(part('Amounts')).toBe('Amounts in USD, the corporate currency; single deals in their own.');
  });

  it('goes by the org’s own fiscal quarters, and stops when today lies in none', async () => {
    world.salesforce.features.customFiscalYears = true;
    await act();
    expect(part('Forecast')).toBe('Forecast Q1 FY2027');
    expect(part('Sep 27')).toContain('Sep 27, 2026 – Dec 26, 2026: open deals');
    expect(part('*Open*')).toBe('*Open*\n9 deals · USD 1,727,000');
    world.clock.set('2027-11-01T14:00:00Z');
    expect(await complaint({})).toMatchObject({
      message: expect.stringMatching(/INVALID_QUERY_FILTER_OPERATOR.*Setup > Fiscal Year/),
    });
  });

  it.each([
    [1, '*Open*\n9 deals · USD 1,727,000'],
    [3, '*Open*\n2 deals · USD 315,000'],
    [11, '*Open*\n9 deals · USD 1,727,000'],
  ])('goes by a fiscal year that starts in month %s, also where the org keeps no periods', async (month, open) => {
    const [organization = {}] = sampleOrg.Organization ?? [];
    const other = await startWorld({
      seed: {
        ...sampleOrg,
        Organization: [{ ...organization, FiscalYearStartMonth: month }],
        Period: [],
      },
    });
    try {
      other.clock.set(MONDAY);
      expect(await act({}, other)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(shown(other)).toContain(open);
      expect(part('Forecast', other)).toBe('Forecast this fiscal quarter');
      expect(part('this fiscal', other)).toContain('this fiscal quarter: open deals at');
    } finally {
      await other.close();
    }
  });

  it('names the package where the org lacks its ledger', async () => {
    world.salesforce.features.ledger = false;
    expect(await complaint({})).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Dealwire package'),
    });
  });
});

describe.each(platforms)('Send Forecast Digest in a large org on %s', (platform) => {
  const stages = Array.from({ length: 41 }, (_, at) => ({
    ApiName: `Stage ${at}, ${'with a long name '.repeat(4)}`.slice(0, 60).trim(),
    MasterLabel: `Stage ${at} <&> ${'with a long label '.repeat(4)}`.trim(),
    SortOrder: at + 1,
    IsActive: true,
    IsClosed: false,
    IsWon: false,
    ForecastCategoryName: 'Commit',
    DefaultProbability: 50,
  }));

  it('with 5,000 deals, more than a page holds, in 30 stages with long names posts one message that Slack takes', async () => {
    const crowd = Array.from({ length: 5000 }, (_, at) => ({
      Name: `Deal ${at} <!channel> & ${'x'.repeat(90)}`,
      StageName: stages[at % 30]?.ApiName ?? null,
      Amount: 1_234_567.89 + at,
      CloseDate: '2026-12-01',
      OwnerId: sampleId('005', 307),
    }));
    const large = await startWorld({
      seed: { ...sampleOrg, OpportunityStage: stages.slice(0, 30), Opportunity: crowd },
    });
    try {
      large.clock.set(MONDAY);
      const result = await on(platform, large).act('send_forecast_digest', {
        channel: CHANNELS.forecast,
        first_stage: stages[0]?.ApiName,
        largest_count: 10,
      });
      expect(result).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(large.salesforce.apiCalls).toBe(3);
      expect(shown(large)).toContain('*Open*\n5,000 deals · USD 6,185,336,950');
      expect(part('*By stage*', large)?.split('\n')).toHaveLength(31);
      expect(part('*Largest', large)?.split('\n')).toHaveLength(11);
    } finally {
      await large.close();
    }
  });

  it('with 41 stages takes 40 of them, and says so when there are more', async () => {
    const large = await startWorld({ seed: { ...sampleOrg, OpportunityStage: stages, Opportunity: [] } });
    try {
      const { act, failure } = on(platform, large);
      const send = (at: number, delivery_name: string) =>
        act('send_forecast_digest', {
          channel: CHANNELS.forecast,
          first_stage: stages[at]?.ApiName,
          delivery_name,
        });
      expect(await send(1, 'a')).toMatchObject({ outcome: 'delivered' });
      expect(await failure(send(0, 'b'))).toEqual({
        kind: 'stops',
        message: 'First Stage: more than 40 stages are in use from it on. Choose a later stage.',
      });
    } finally {
      await large.close();
    }
  });
});

it('Send Forecast Digest on Zapier says TEST when it runs in the editor, and the next digest is still the first', async () => {
  const { act } = on('zapier', world);
  const inputs = { channel: CHANNELS.forecast, person: PEOPLE.vera.email };
  await act('send_forecast_digest', inputs, { test: true });
  expect(shown()[0]).toBe('TEST Forecast Q4 FY2027');
  expect(posted().map(({ channel }) => channel)).toEqual([CHANNELS.forecast]);
  world.clock.advance(60_000);
  await act('send_forecast_digest', inputs);
  expect(part('*Since ')).toContain('This is the first digest.');
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../../../shared/card/message.ts';
import { concat, note, type Query } from '../../../shared/language/index.ts';
import { parametersUsed } from '../../../shared/language/parameters-used.ts';
import { sendForecastDigest } from '../../../shared/operation/action/send-forecast-digest.ts';
import { digest } from '../../../shared/signal/forecast-digest/card.ts';
import {
  changeQueries,
  figureQueries,
  orgQueries,
} from '../../../shared/signal/forecast-digest/forecast-digest.ts';
import { firstOrder, forecastStages, stageLabel } from '../../../shared/signal/forecast-digest/stage.ts';
import { compileTemplate, compileValue } from '../../../shared/target/js/compile.ts';
import type { Scope } from '../../../shared/target/js/scope.ts';
import { bindQuery } from '../../../shared/target/soql/bind.ts';
import { compileQuery } from '../../../shared/target/soql/compile.ts';
import { findMessageProblems } from '../../sandbox/slack/block-kit/find-message-problems.ts';
import { nastyText } from '../target/nasty-text.ts';
import { NOW, scopeOf } from '../target/scope.ts';

const card = digest({
  listUrl: concat('https://', note('text', 'listUrl')),
  mark: note('text', 'mark'),
});
const write = compileTemplate({ ...card }) as (scope: Scope) => Message;

const parameters = { first_stage: 'Quote', amount_field: 'ARR__c', largest_count: 3, currency: 'USD' };
const written = (query: Query, notes: Scope['notes'] = {}) =>
  bindQuery(compileQuery(query), {
    parameters,
    now: NOW,
    notes: { forecastStages: ["Quote's", 'Commit'], ...notes },
  });

const FORECAST =
  "CloseDate = THIS_FISCAL_QUARTER AND (IsWon = true OR (IsClosed = false AND StageName IN ('Quote\\'s', 'Commit')))";
const OPEN = "IsClosed = false AND StageName IN ('Quote\\'s', 'Commit')";

describe('The forecast is read', () => {
  it.each<readonly [string, Query, string]>([
    [
      'with its stages from the last one down',
      orgQueries.stages,
      'SELECT ApiName, MasterLabel, SortOrder, IsClosed FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder DESC NULLS LAST LIMIT 200',
    ],
    [
      'with the quarter by the literal that deals are filtered by',
      orgQueries.period,
      "SELECT Number, StartDate, EndDate, FullyQualifiedLabel FROM Period WHERE Type = 'Quarter' AND StartDate = THIS_FISCAL_QUARTER LIMIT 1",
    ],
    [
      'with the corporate currency',
      orgQueries.currency,
      'SELECT IsoCode FROM CurrencyType WHERE IsCorporate = true LIMIT 1',
    ],
    [
      'by stage',
      figureQueries.byStage,
      `SELECT StageName stage, COUNT(Id) deals, SUM(ARR__c) amount FROM Opportunity WHERE ${FORECAST} GROUP BY StageName ORDER BY StageName ASC NULLS LAST`,
    ],
    [
      'by category, what is won apart',
      figureQueries.byCategory,
      `SELECT ForecastCategoryName category, IsWon won, COUNT(Id) deals, SUM(ARR__c) amount, SUM(ExpectedRevenue) weighted FROM Opportunity WHERE ${FORECAST} GROUP BY ForecastCategoryName, IsWon ORDER BY ForecastCategoryName ASC NULLS LAST, IsWon ASC NULLS LAST`,
    ],
    [
      'with the largest open deals',
      figureQueries.largest,
      `SELECT Id, Name, ARR__c, StageName, CloseDate, Owner.Name FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER AND (${OPEN}) ORDER BY ARR__c DESC NULLS LAST LIMIT 3`,
    ],
  ])('%s', (_, query, soql) => {
    expect(written(query)).toBe(soql);
  });

  it('with what moved since the last digest, or since now before the first one', () => {
    const since = { lastDigest: { CreatedDate: '2026-11-16T14:00:00.000+0000' } };
    expect(written(changeQueries.moves, since)).toBe(
      `SELECT IsWon won, IsClosed closed, COUNT(Id) deals, SUM(ARR__c) amount FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER AND (IsClosed = true OR (${OPEN})) AND (LastStageChangeDate >= 2026-11-16T14:00:00.000Z OR (LastStageChangeDate = null AND CreatedDate >= 2026-11-16T14:00:00.000Z)) GROUP BY IsWon, IsClosed ORDER BY IsWon DESC NULLS LAST, IsClosed DESC NULLS LAST`,
    );
    expect(written(changeQueries.slips, { corporateCurrency: 'EUR' })).toBe(
      `SELECT Id, Name, ARR__c, CloseDate, LastCloseDateChangedHistory.PrevCloseDate, CurrencyIsoCode FROM Opportunity WHERE (${OPEN}) AND LastCloseDateChangedHistory.CreatedDate >= 2026-11-20T22:05:07.000Z AND ((CloseDate = THIS_FISCAL_QUARTER AND (LastCloseDateChangedHistory.PrevCloseDate < THIS_FISCAL_QUARTER OR LastCloseDateChangedHistory.PrevCloseDate > THIS_FISCAL_QUARTER OR LastCloseDateChangedHistory.PrevCloseDate = null)) OR ((CloseDate < THIS_FISCAL_QUARTER OR CloseDate > THIS_FISCAL_QUARTER OR CloseDate = null) AND LastCloseDateChangedHistory.PrevCloseDate = THIS_FISCAL_QUARTER)) ORDER BY ARR__c DESC NULLS LAST LIMIT 6`,
    );
  });
});

describe('The stages of the forecast', () => {
  const stages = [
    { ApiName: 'Lost', MasterLabel: 'Lost', SortOrder: 9, IsClosed: true },
    { ApiName: 'Commit', MasterLabel: 'Handshake', SortOrder: 7, IsClosed: false },
    { ApiName: 'Quote', MasterLabel: 'Quote (new)', SortOrder: 5, IsClosed: false },
    { ApiName: 'Sent, unread', MasterLabel: 'Sent', SortOrder: 4, IsClosed: false },
    { ApiName: 'quote', MasterLabel: 'Another', SortOrder: 1, IsClosed: false },
  ];
  const orderOf = compileValue(firstOrder);
  const listOf = compileValue(forecastStages);
  const from = (first_stage: string) => {
    const scope = { parameters: { first_stage }, notes: { stages } };
    return listOf(scopeOf({ ...scope, notes: { stages, firstOrder: orderOf(scopeOf(scope)) } }));
  };

  it('are the open ones from the chosen one on, which is found letter by letter', () => {
    expect(from('Quote')).toEqual(['Commit', 'Quote', 'Quote']);
    expect(from('Sent, unread')).toEqual(['Commit', 'Quote', 'Sent, unread', 'Sent, unread']);
    expect(from('quote')).toHaveLength(5);
  });

  it('are the chosen one alone where the org does not have it, so that a query can be asked', () => {
    expect(from('Gone')).toEqual(['Gone']);
  });

  it('are shown by their labels, and by their API names where they cannot be looked up', () => {
    const label = compileValue(stageLabel(note('text', 'stage')));
    const shown = (stage: string) => label(scopeOf({ notes: { stages, stage } }));
    expect(['Commit', 'Sent, unread', 'Inactive', 'x,'].map(shown)).toEqual([
      'Handshake',
      'Sent, unread',
      'Inactive',
      'x,',
    ]);
  });
});

describe('The digest', () => {
  const word = fc.option(nastyText);
  const amount = fc.option(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()));
  const many = <T>(row: fc.Arbitrary<T>, maxLength: number) => fc.option(fc.array(row, { maxLength }));
  const deal = fc.record({
    Id: fc.oneof(fc.constant('006xx0000000204AAA'), word),
    Name: word,
    Amount: amount,
    ARR__c: amount,
    StageName: word,
    CloseDate: fc.oneof(fc.constant('2026-12-15'), word),
    CurrencyIsoCode: fc.oneof(fc.constant('EUR'), word),
    Owner: fc.option(fc.record({ Name: word })),
    LastCloseDateChangedHistory: fc.option(fc.record({ PrevCloseDate: fc.constant('2027-02-10') })),
  });
  const figures = fc.record({
    stage: word,
    category: word,
    won: fc.boolean(),
    closed: fc.boolean(),
    deals: amount,
    amount,
    weighted: amount,
  });
  const stage = fc.record({ ApiName: nastyText, MasterLabel: nastyText });
  const notes = fc.record({
    instanceUrl: fc.oneof(fc.constant('https://acme.my.salesforce.com'), word),
    listUrl: word,
    mark: word,
    period: fc.option(
      fc.record({
        Number: fc.option(fc.integer()),
        StartDate: fc.oneof(fc.constant('2026-11-01'), word),
        EndDate: fc.oneof(fc.constant('2027-01-31'), word),
        FullyQualifiedLabel: word,
      }),
    ),
    corporateCurrency: fc.oneof(fc.constant('USD'), word),
    lastDigest: fc.option(fc.constant({ CreatedDate: '2026-11-16T14:00:00.000+0000' })),
    movesError: fc.option(fc.constant('INVALID_FIELD')),
    stages: many(stage, 40),
    byStage: many(figures, 40),
    byCategory: many(figures, 14),
    largest: many(deal, 12),
    moves: many(figures, 4),
    slips: many(deal, 7),
  });
  const inputs = fc.record({
    first_stage: word,
    amount_field: fc.constantFrom('Amount', 'ARR__c', ''),
    currency: fc.oneof(fc.constant('EUR'), word),
    headline: word,
    intro: word,
    button_label: word,
    language: fc.constantFrom('en', 'de', 'fr', 'xx'),
  });

  it('is never refused by Slack and has the same blocks, whatever Salesforce answers and people type', () => {
    let checked = 0;
    fc.assert(
      fc.property(notes, inputs, fc.constantFrom('en-US', 'de-DE', 'fr-FR'), (known, given, locale) => {
        const { text, blocks } = write(scopeOf({ notes: known, parameters: given, locale }));
        expect(findMessageProblems({ text, blocks })).toEqual([]);
        expect(blocks.map(({ type }) => type)).toEqual(card.blocks.map(({ type }) => type));
        const markup = JSON.stringify(blocks).replaceAll(/<!date\^\d+\^[^<>]*>|<https?:[^<>]*>/g, '');
        expect(markup).not.toMatch(/"mrkdwn","text":"[^"]*<[!@#]/);
        checked += 1;
      }),
      { seed: 20_261_120, numRuns: 500 },
    );
    expect(checked).toBe(500);
  });

  it('reads no input that its operation does not declare', () => {
    const declared = new Map(sendForecastDigest.operation.inputs.map(({ key, type }) => [key, type]));
    const read = parametersUsed(sendForecastDigest.delivery as never);
    const foreign = [...read].filter(([name, type]) => declared.get(name) !== type);
    expect(foreign.map(([name]) => name).sort()).toEqual(['aliases', 'event_key', 'record_id']);
  });
});

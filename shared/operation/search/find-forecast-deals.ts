import { choose, exists, literal, note, pluck } from '../../language/index.ts';
import { totalsCurrency } from '../../signal/forecast-digest/currency.ts';
import { facts } from '../../signal/forecast-digest/fact.ts';
import { isWeighted, totals } from '../../signal/forecast-digest/figure.ts';
import { quarterEnd, quarterName, quarterStart } from '../../signal/forecast-digest/quarter.ts';
import { findStages, listUrl, orgReads, readFigures } from '../forecast-read.ts';
import { language, locale } from '../input/card.ts';
import { forecastInputs } from '../input/forecast.ts';
import type { Search } from '../search.ts';

/** Reads the forecast of the current fiscal quarter, for a message of one's own. */
export const findForecastDeals: Search = {
  operation: {
    key: 'find_forecast_deals',
    group: 'Forecasts',
    noun: 'Forecast Deals',
    label: 'Find Forecast Deals',
    description:
      'Reads where the current fiscal quarter stands: totals as numbers, and lines for a Slack message of your own. An empty quarter is found too, with zeros.',
    inputs: [...forecastInputs, language, locale],
    outputs: [
      { key: 'quarter', label: 'Quarter', type: 'text' },
      { key: 'quarter_start', label: 'Quarter Start', type: 'text' },
      { key: 'quarter_end', label: 'Quarter End', type: 'text' },
      { key: 'currency', label: 'Currency', type: 'text' },
      { key: 'open_deals', label: 'Open Deals', type: 'number' },
      { key: 'open_amount', label: 'Open Amount', type: 'number' },
      { key: 'weighted_amount', label: 'Weighted Amount', type: 'number' },
      { key: 'won_deals', label: 'Won Deals', type: 'number' },
      { key: 'won_amount', label: 'Won Amount', type: 'number' },
      { key: 'by_stage', label: 'By Stage', type: 'text' },
      { key: 'by_category', label: 'By Forecast Category', type: 'text' },
      { key: 'largest_deals', label: 'Largest Deals', type: 'text' },
      { key: 'deal_ids', label: 'IDs of the Largest Deals', type: 'list' },
      { key: 'list_url', label: 'Salesforce Link', type: 'text' },
    ],
    sample: {
      quarter: 'Q4 FY2027',
      quarter_start: '2026-11-01',
      quarter_end: '2027-01-31',
      currency: 'USD',
      open_deals: 9,
      open_amount: 1_727_000,
      weighted_amount: 1_542_300,
      won_deals: 3,
      won_amount: 340_000,
      by_stage:
        '• Proposal/Price Quote: 3 deals · USD 80,000\n• Negotiation: 6 deals · USD 1,647,000\n• Closed Won: 3 deals · USD 340,000',
      by_category:
        '• Best Case: 3 deals · USD 80,000\n• Commit: 6 deals · USD 1,647,000\n• Closed: 3 deals · USD 340,000',
      largest_deals:
        "• <https://acme.my.salesforce.com/006xx0000000204AAA|Big negotiation> · USD 1,200,000 · Negotiation · Dec 15, 2026 · Léa D'Arc",
      deal_ids: ['006xx0000000204AAA'],
      list_url: 'https://acme.my.salesforce.com/lightning/o/Opportunity/list',
    },
  },
  before: [
    {
      name: 'read the org',
      call: { to: 'salesforce', allOrNone: false, parts: orgReads.reads },
      notes: orgReads.notes,
    },
    ...findStages(),
  ],
  ...readFigures(false),
  found: exists(note('list', 'stages')),
  item: {
    quarter: quarterName,
    quarter_start: quarterStart,
    quarter_end: quarterEnd,
    currency: totalsCurrency,
    open_deals: totals.open.deals,
    open_amount: totals.open.amount,
    weighted_amount: choose('number', [[isWeighted, totals.open.weighted]], literal('number', null)),
    won_deals: totals.won.deals,
    won_amount: totals.won.amount,
    by_stage: facts.byStage,
    by_category: facts.byCategory,
    largest_deals: facts.largest,
    deal_ids: pluck(note('list', 'largest'), 'Id'),
    list_url: listUrl,
  },
};

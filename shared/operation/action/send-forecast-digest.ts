import { dailyKey } from '../../delivery/event-key.ts';
import { Ledger, status } from '../../delivery/ledger.ts';
import { readIfPossible } from '../../delivery/ledger-part.ts';
import { messageDelivery } from '../../delivery/message-delivery.ts';
import { outcome } from '../../delivery/step/left.ts';
import {
  and,
  answer,
  equal,
  exists,
  fieldsOf,
  localDay,
  not,
  note,
  now,
  parametersOf,
  type Query,
  startsWith,
} from '../../language/index.ts';
import { digest } from '../../signal/forecast-digest/card.ts';
import { FORECAST_DIGEST } from '../../signal/forecast-digest/forecast-digest.ts';
import type { Action } from '../action.ts';
import { findStages, listUrl, orgReads, readFigures } from '../forecast-read.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName } from '../input/delivery.ts';
import { destinationInputs, destinationRule } from '../input/destination.ts';
import { forecastInputs } from '../input/forecast.ts';
import { timeZone } from '../input/time-zone.ts';
import { messageOutputs } from '../output/message.ts';

const input = parametersOf({ delivery_name: 'text', time_zone: 'text' });
const row = fieldsOf(Ledger);

/** Reads when the last digest of the delivery was made; tests, and rows of other signals, are none. */
const lastDigestQuery: Query = {
  from: Ledger.name,
  select: [row('CreatedDate')],
  where: and(
    equal(row('Delivery__c'), input('delivery_name')),
    equal(row('Organization__c'), note('text', 'organizationId')),
    equal(row('Team__c'), note('text', 'teamId')),
    equal(row('Status__c'), status.done),
    equal(row('Outcome__c'), outcome.delivered),
    not(exists(row('Record_Id__c'))),
    not(startsWith(row('Key__c'), 'test-')),
  ),
  orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
  limit: 1,
};

const go = note('boolean', 'go');

/** Sends the forecast of the current fiscal quarter. */
export const sendForecastDigest: Action = {
  operation: {
    key: 'send_forecast_digest',
    group: 'Forecasts',
    noun: 'Forecast Digest',
    label: 'Send Forecast Digest',
    description:
      'Posts where the current fiscal quarter stands: totals by stage and by forecast category, the largest deals, and what moved since the last digest. Once a day, however often it is called.',
    inputs: [
      ...forecastInputs,
      timeZone('The time zone of the day: a delivery has one digest a day.'),
      deliveryName(FORECAST_DIGEST),
      ...destinationInputs,
      ...cardInputs('Forecast and the name of the quarter'),
    ],
    rules: [destinationRule],
    outputs: messageOutputs.filter(({ key }) => key !== 'record_id'),
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${FORECAST_DIGEST}-2026-11-23`,
      channel_id: 'C00FORECAS',
      message_ts: '1795442400.000001',
      warnings: [],
    },
  },
  object: '',
  delivery: messageDelivery({
    name: FORECAST_DIGEST,
    entry: { key: dailyKey(input('delivery_name'), localDay(now, input('time_zone'))) },
    reads: {
      reads: { ...orgReads.reads, lastDigest: readIfPossible(lastDigestQuery) },
      notes: { ...orgReads.notes, lastDigest: answer('text', 'lastDigest', 'body', 'records', 0) },
    },
    more: [...findStages(go), { name: 'read the forecast', when: go, ...readFigures(true) }],
    message: { ...digest({ listUrl, mark: note('text', 'mark') }) },
    readLabels: {
      period: 'Fiscal periods',
      currency: 'Currencies',
      moves: 'Changes of stages',
      slips: 'Changes of close dates',
    },
  }),
  lockBy: 'delivery_name',
  paceBy: ['channel', 'person'],
};

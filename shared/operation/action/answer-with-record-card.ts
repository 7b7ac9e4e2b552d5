import { answerDelivery } from '../../delivery/answer-delivery.ts';
import { keyPart } from '../../delivery/event-key.ts';
import { choose, concat, equal, literal, note } from '../../language/index.ts';
import { input } from '../../signal/record-card/input.ts';
import { kinds } from '../../signal/record-card/kind.ts';
import { answerPlan } from '../../signal/record-card/record-card.ts';
import type { Action } from '../action.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName } from '../input/delivery.ts';
import { ifUnsure } from '../input/destination.ts';
import { moneyInputs } from '../input/money.ts';
import { questionInputs, questionRule, searchInputs } from '../input/question.ts';
import { messageOutputs } from '../output/message.ts';
import { searchRecords } from '../record-search.ts';

const foundId = note('text', 'record.Id');

const { name, message, isQuestion, ...search } = answerPlan({
  recordUrl: concat(note('text', 'instanceUrl'), '/', foundId),
  mark: note('text', 'mark'),
  asker: choose('text', [[note('boolean', 'test'), literal('text', null)]], input('user')),
});

/** Answers somebody who asks for a record. */
export const answerWithRecordCard: Action = {
  operation: {
    key: 'answer_with_record_card',
    group: 'Record Cards',
    noun: 'Record Card',
    label: 'Answer With Record Card',
    description:
      'Finds the account, opportunity, case, contact or lead that somebody asks for in Slack, and answers with its card, or with a short list when several fit. One answer per question, however often it is called.',
    inputs: [
      ...questionInputs,
      ...searchInputs,
      deliveryName(name),
      ...cardInputs('').filter(({ key }) => key !== 'headline' && key !== 'intro'),
      ...moneyInputs('opportunity-fields'),
      ifUnsure,
    ],
    rules: [questionRule],
    outputs: [
      ...messageOutputs,
      { key: 'hits', label: 'Records Found', type: 'number' },
      { key: 'object', label: 'Object', type: 'text' },
    ],
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${name}-7386630154744-562912180`,
      record_id: '001xx0000000104AAA',
      channel_id: 'C00GENERAL',
      message_ts: '1795212000.000001',
      warnings: [],
      hits: 1,
      object: 'Account',
    },
  },
  object: '',
  delivery: answerDelivery({
    name,
    key: choose(
      'text',
      [[isQuestion, keyPart(concat(input('delivery_name'), '-', input('question_id')))]],
      literal('text', null),
    ),
    find: searchRecords(search, note('boolean', 'go')),
    message,
    readLabels: Object.fromEntries(kinds.map(({ key, object }) => [key, object])),
    result: {
      record_id: foundId,
      hits: note('number', 'hits'),
      object: choose(
        'text',
        kinds.map(({ key, object }) => [equal(note('text', 'kind'), key), literal('text', object)] as const),
        literal('text', null),
      ),
    },
  }),
  lockBy: 'question_id',
  paceBy: ['channel'],
};

import { contains, field } from '../../shared/language/index.ts';
import { answerWithRecordCard } from '../../shared/operation/action/answer-with-record-card.ts';
import { slashCommand } from '../../shared/operation/request/slash-command.ts';
import { RECORD_CARD } from '../../shared/signal/record-card/record-card.ts';
import type { Blueprint } from '../blueprint.ts';

/** What a message begins with that asks for a record, where there is no slash command. */
const KEYWORD = '!deal';

/** Somebody asks for a record in Slack and gets its card. */
export const recordCardBlueprint: Blueprint = {
  name: RECORD_CARD,
  flows: [
    {
      title: 'Show a record to whoever asks',
      trigger: {
        title: 'Somebody asks in Slack',
        request: slashCommand.operation,
        message: {
          action: 'anywhere_message',
          label: 'New Public Message Posted Anywhere',
          params: { listen_for_bots: 'no' },
          outputs: { question_id: 'id', text: 'text', channel: 'channel__id', user: 'user__id' },
          inputs: { keyword: KEYWORD },
          filter: {
            title: 'Only messages with the keyword; change it in the last step too',
            keep: contains(field('text', 'text'), KEYWORD),
          },
        },
      },
      actions: [
        {
          operation: answerWithRecordCard.operation,
          title: 'Find it in Salesforce and answer',
          inputs: {
            text: { from: 'text' },
            question_id: { from: 'question_id' },
            channel: { from: 'channel' },
            user: { from: 'user' },
            answer_to: 'channel',
            delivery_name: RECORD_CARD,
          },
        },
      ],
    },
  ],
};

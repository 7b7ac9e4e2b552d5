import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import type { Scene } from './scene.ts';

/** Somebody asks for a record where the bot may not speak, and gets the answer directly. */
export const recordAnswer: Scene = {
  name: 'answer to a question',
  action: 'answer_with_record_card',
  happens: () => {},
  inputs: {
    text: 'acct Acme',
    question_id: 'C00LEADERS-1795212000.000100',
    channel: CHANNELS.leadership,
    user: PEOPLE.vera.id,
  },
};

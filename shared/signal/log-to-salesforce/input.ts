import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  text: 'text',
  message_ts: 'text',
  channel: 'text',
  author: 'text',
  author_id: 'text',
  permalink: 'text',
  record_id: 'text',
  subject: 'text',
  delivery_name: 'text',
});

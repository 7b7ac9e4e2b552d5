import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  text: 'text',
  keyword: 'text',
  objects: 'list',
  match: 'text',
  user: 'text',
  currency: 'text',
  delivery_name: 'text',
  question_id: 'text',
});

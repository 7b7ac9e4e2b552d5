import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  since: 'instant',
  until: 'instant',
  record_id: 'text',
  post_id: 'text',
  delivery_name: 'text',
});

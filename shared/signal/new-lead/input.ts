import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  sources: 'list',
  ratings: 'list',
  since: 'instant',
  until: 'instant',
  record_id: 'text',
  record_ids: 'list',
  delivery_name: 'text',
  currency: 'text',
  to_owner: 'boolean',
});

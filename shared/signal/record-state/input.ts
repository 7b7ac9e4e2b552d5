import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  object: 'text',
  field: 'text',
  values: 'list',
  name_field: 'text',
  since: 'instant',
  oldest: 'instant',
  record_id: 'text',
  record_ids: 'list',
  delivery_name: 'text',
  currency: 'text',
});

import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  first_stage: 'text',
  amount_field: 'text',
  largest_count: 'number',
  currency: 'text',
});

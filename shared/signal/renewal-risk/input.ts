import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  renewal_checkbox: 'text',
  renewal_field: 'text',
  renewal_values: 'list',
  days_ahead: 'number',
  silent_days: 'number',
  period: 'text',
  time_zone: 'text',
  csm_id: 'text',
  csm_source: 'text',
  csm_field: 'text',
  csm_role: 'text',
  csm_team: 'text',
  currency: 'text',
  delivery_name: 'text',
});

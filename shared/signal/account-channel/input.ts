import { parametersOf } from '../../language/node/parameter.ts';

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  types: 'list',
  since: 'instant',
  until: 'instant',
  record_id: 'text',
  delivery_name: 'text',
  channel_pattern: 'text',
  currency: 'text',
  team_roles: 'list',
  emails: 'list',
});

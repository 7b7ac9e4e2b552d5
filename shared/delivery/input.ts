import { parametersOf } from '../language/node/parameter.ts';

/** The inputs that the delivery of a room reads. */
export const input = parametersOf({
  record_id: 'text',
  event_key: 'text',
  stages: 'list',
  delivery_name: 'text',
  channel_pattern: 'text',
  is_private: 'boolean',
  emails: 'list',
  team_roles: 'list',
  fallback_email: 'text',
  announce_channel: 'text',
  write_back: 'boolean',
  if_unsure: 'text',
});

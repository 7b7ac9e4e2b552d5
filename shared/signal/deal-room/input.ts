import { parametersOf } from '../../language/node/parameter.ts';

/** Further fields a briefing shows at most. */
export const EXTRA_FIELD_LIMIT = 8;

/** The inputs that the signal reads; the operations that run it declare them. */
export const input = parametersOf({
  stages: 'list',
  since: 'instant',
  until: 'instant',
  record_id: 'text',
  channel_pattern: 'text',
  headline: 'text',
  intro: 'text',
  currency: 'text',
  team_roles: 'list',
  emails: 'list',
  extra_fields: 'list',
});

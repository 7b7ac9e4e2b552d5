import type { PlainInputField } from 'zapier-platform-core';
import type { Input, Source } from '../shared/operation/definition.ts';

/** The hidden trigger that fills each dropdown; every one returns `id` and `label`. */
export const dropdownOf: Readonly<Record<Source, string>> = {
  'opportunity-stages': 'opportunity_stages',
  'opportunity-fields': 'opportunity_fields',
  'opportunity-user-fields': 'opportunity_user_fields',
  'extra-fields': 'extra_fields',
  'team-roles': 'team_roles',
  channels: 'channels',
};

/** An input as Zapier's editor shows it. */
export function toInputField(input: Input): PlainInputField {
  return {
    key: input.key,
    label: input.label,
    helpText: input.help,
    type: input.type === 'boolean' ? 'boolean' : input.long ? 'text' : 'string',
    required: input.required ?? false,
    ...(input.type === 'list' ? { list: true } : {}),
    ...(input.default === undefined ? {} : { default: input.default }),
    ...(input.placeholder === undefined ? {} : { placeholder: input.placeholder }),
    ...(input.choices === undefined ? {} : { choices: { ...input.choices } }),
    ...(input.source === undefined ? {} : { dynamic: `${dropdownOf[input.source]}.id.label` }),
  };
}

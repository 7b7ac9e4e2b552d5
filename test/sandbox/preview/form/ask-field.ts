import type { Demo } from '../../signal/demo.ts';
import type { World } from '../../world.ts';
import { namesIn } from '../slack/conversation.ts';
import type { FormField } from './form-field.ts';

/** What people write in Slack to start a signal that is asked for there, one field for each time. */
export function askFields({ phases }: Demo, world: World): readonly FormField[] {
  const names = namesIn(world);
  return phases.flatMap(({ asks }, index) => {
    if (asks === undefined) return [];
    const { user, channel, text, by } = asks;
    const how = 'command' in by ? ` with ${by.command}` : '';
    return [
      {
        name: `ask.${index}`,
        label: `${names.person(user)} writes in #${names.channel(channel)}${how}`,
        control: 'text' as const,
        value: text,
      },
    ];
  });
}

/** The demo in which people write what was filled in. */
export function withAsks(demo: Demo, fields: readonly FormField[], given: URLSearchParams): Demo {
  const phases = demo.phases.map((phase, index) => {
    const field = fields.find(({ name }) => name === `ask.${index}`);
    if (field === undefined || phase.asks === undefined) return phase;
    return { ...phase, asks: { ...phase.asks, text: given.get(field.name) ?? phase.asks.text } };
  });
  return fields.length === 0 ? demo : { ...demo, phases };
}

import type { Input } from '../definition.ts';

/** Whether a message goes to the owner of its record; `record` is what people call it. */
export function toOwnerInput(record: string): Input {
  return {
    key: 'to_owner',
    label: 'To the Owner',
    help: `Whether the owner of the ${record} gets the message directly. When a queue owns it, or Slack does not know the owner, it goes to the person, the channel or the fallback person below.`,
    type: 'boolean',
    default: 'false',
  };
}

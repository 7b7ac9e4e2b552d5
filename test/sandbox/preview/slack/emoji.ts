import { get } from 'node-emoji';

/** An emoji by its name in Slack; one that is not known stays as it was typed, as in Slack. */
export function emojiOf(name: string): string {
  return get(name) ?? `:${name}:`;
}

/** A plain text in which emoji are drawn. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (_, name: string) => emojiOf(name));
}

import { isSameText } from './text/fold-case.ts';
import { asText } from './value.ts';

/** The list holds the text, whatever the case of the letters A to Z; a missing text is in no list. */
export function holdsText(list: readonly unknown[], text: string | undefined): boolean {
  if (text === undefined) return false;
  for (const item of list) if (item === text) return true;
  for (const item of list) if (isSameText(asText(item) ?? '', text)) return true;
  return false;
}

/** The languages that cards are written in, and what people call them. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

/** A language of the cards. */
export type Language = keyof typeof languages;

/** The fixed words of all cards: every word once, in every language. Blanks at an end belong to it. */
export const wordTable = {
  account: { en: 'Account', de: 'Account', fr: 'Compte' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The name of a fixed word. */
export type Word = keyof typeof wordTable;

/** The longest form of a word in any language, in UTF-16 units. */
export function longestForm(word: Word): number {
  return Math.max(...Object.values(wordTable[word]).map(({ length }) => length));
}

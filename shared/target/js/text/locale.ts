import { LOCALE_TEXT, type LocaleText } from '../../../generated/text-table.ts';

/** How a locale writes numbers and days; a locale that the table lacks counts as en-US. */
export function localeText(name: string): LocaleText {
  return Object.hasOwn(LOCALE_TEXT, name)
    ? (LOCALE_TEXT[name] ?? LOCALE_TEXT['en-US'])
    : LOCALE_TEXT['en-US'];
}

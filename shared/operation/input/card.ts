import { languages } from '../../language/index.ts';
import type { Input } from '../definition.ts';

/** What people call the formats of the text table. */
const localeNames = {
  'en-US': 'English (United States)',
  'en-GB': 'English (United Kingdom)',
  'de-DE': 'German',
  'fr-FR': 'French',
  'es-ES': 'Spanish',
  'it-IT': 'Italian',
  'nl-NL': 'Dutch',
  'ja-JP': 'Japanese',
};

/** How numbers and dates are written. */
export const locale: Input = {
  key: 'locale',
  label: 'Number and Date Format',
  help: 'How numbers and dates are written in the message.',
  type: 'text',
  default: 'en-US',
  choices: localeNames,
};

/** The language of a card's own words. */
export const language: Input = {
  key: 'language',
  label: 'Language',
  help: 'The language of the words that Dealwire adds, such as Owner. What comes from Salesforce stays as it is.',
  type: 'text',
  default: 'en',
  choices: languages,
};

/** What an editor may change about every card; `otherwise` says what the headline is when it is left empty. */
export function cardInputs(otherwise: string): readonly Input[] {
  return [
    {
      key: 'headline',
      label: 'Headline',
      help: `The first line of the message. Left empty, it is ${otherwise}.`,
      type: 'text',
    },
    {
      key: 'intro',
      label: 'Intro',
      help: 'A sentence below the headline, in your words. Fields of earlier steps can be mapped.',
      type: 'text',
      long: true,
    },
    {
      key: 'emoji',
      label: 'Emoji',
      help: 'An emoji in front of the headline, by its Slack name with colons.',
      type: 'text',
      longest: 60,
      placeholder: ':tada:',
    },
    {
      key: 'button_label',
      label: 'Button Label',
      help: 'What the button that opens the record says. Left empty, it is View in Salesforce.',
      type: 'text',
      longest: 75,
    },
    language,
    locale,
  ];
}

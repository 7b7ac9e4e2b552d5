import type { Input } from '../definition.ts';

/** What the briefing says and how. */
export const briefingInputs: readonly Input[] = [
  {
    key: 'headline',
    label: 'Headline',
    help: 'The first line of the briefing. Left empty, it is the name of the opportunity.',
    type: 'text',
  },
  {
    key: 'intro',
    label: 'Intro',
    help: 'A sentence below the headline, in your words. Fields of the trigger can be mapped.',
    type: 'text',
    long: true,
  },
  {
    key: 'currency',
    label: 'Currency',
    help: 'ISO code of the currency of the amounts, such as EUR.',
    type: 'text',
    default: 'USD',
  },
  {
    key: 'locale',
    label: 'Number and Date Format',
    help: 'How numbers and dates are written in the briefing.',
    type: 'text',
    default: 'en-US',
    choices: {
      'en-US': 'English (United States)',
      'en-GB': 'English (United Kingdom)',
      'de-DE': 'German',
      'fr-FR': 'French',
      'es-ES': 'Spanish',
      'it-IT': 'Italian',
      'nl-NL': 'Dutch',
      'ja-JP': 'Japanese',
    },
  },
  {
    key: 'arr_field',
    label: 'ARR Field',
    help: 'The field of the opportunity that holds the annual recurring revenue; there is no standard one.',
    type: 'text',
    default: 'Amount',
    source: 'opportunity-fields',
  },
  {
    key: 'contract_start_field',
    label: 'Contract Start Field',
    help: 'The date field that says when the contract starts.',
    type: 'text',
    default: 'Contract.StartDate',
    source: 'opportunity-fields',
  },
  {
    key: 'extra_fields',
    label: 'Extra Fields',
    help: 'Up to 8 further fields of the opportunity to show in the briefing.',
    type: 'list',
    source: 'extra-fields',
    most: 8,
  },
];

import type { Input, Source } from '../definition.ts';

/** The currency of amounts whose record does not tell. */
export const currency: Input = {
  key: 'currency',
  label: 'Currency',
  help: 'ISO code of the currency of the amounts, such as EUR.',
  type: 'text',
  default: 'USD',
};

/** In which currency amounts are shown; `fields` fills the dropdown of the record's own currency. */
export function moneyInputs(fields: Source): readonly Input[] {
  return [
    currency,
    {
      key: 'currency_field',
      label: 'Currency Field',
      help: 'Only in orgs with several currencies: choose Currency ISO Code, and each amount is shown in the currency of its record.',
      type: 'text',
      source: fields,
    },
  ];
}

import type { Input } from '../definition.ts';
import { cardInputs } from './card.ts';
import { extraFieldsInput } from './extra-fields.ts';
import { moneyInputs } from './money.ts';

/** What the briefing says and how. */
export const briefingInputs: readonly Input[] = [
  ...cardInputs('the name of the opportunity'),
  ...moneyInputs('opportunity-fields'),
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
  extraFieldsInput('opportunity-extra-fields'),
];

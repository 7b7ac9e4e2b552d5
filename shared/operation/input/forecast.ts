import { MOST_LARGEST } from '../../signal/forecast-digest/largest.ts';
import type { Input } from '../definition.ts';

/** From which stage on an open deal is part of the forecast. */
export const firstStage: Input = {
  key: 'first_stage',
  label: 'First Stage',
  help: 'Open deals at this stage or a later one are part of the forecast, in the order of the stages in Salesforce.',
  type: 'text',
  default: 'Proposal/Price Quote',
  source: 'opportunity-stages',
  longest: 255,
};

/** Which field is added up. */
export const amountField: Input = {
  key: 'amount_field',
  label: 'Amount Field',
  help: 'The field of the opportunity that is added up, such as Amount or your own ARR field. The weighted sum is Expected Revenue, which Salesforce keeps for Amount only.',
  type: 'text',
  default: 'Amount',
  source: 'opportunity-amount-fields',
};

/** What a forecast is made of. */
export const forecastInputs: readonly Input[] = [
  firstStage,
  amountField,
  {
    key: 'largest_count',
    label: 'Largest Deals',
    help: `How many of the largest open deals are shown one by one, ${MOST_LARGEST} at most.`,
    type: 'number',
    default: '5',
    least: 1,
    highest: MOST_LARGEST,
  },
  {
    key: 'currency',
    label: 'Currency',
    help: 'ISO code of the currency of the org, such as EUR. In an org with several currencies it does not matter: totals are in the corporate currency, and each deal is in its own.',
    type: 'text',
    form: 'currency',
    default: 'USD',
  },
];

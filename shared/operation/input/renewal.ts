import type { Input } from '../definition.ts';

/** The longest span in days that a query of renewals covers. */
const MOST_DAYS = 730;

/** Which opportunities are renewals, and when one is at risk. */
export const renewalInputs: readonly Input[] = [
  {
    key: 'renewal_checkbox',
    label: 'Renewal Checkbox',
    help: 'The checkbox of the opportunity that marks a renewal, where the org has one. It then decides alone. Left empty, Renewal Field and Renewal Values decide.',
    type: 'text',
    source: 'opportunity-checkboxes',
  },
  {
    key: 'renewal_field',
    label: 'Renewal Field',
    help: 'The field of the opportunity whose value marks a renewal. For record types, type RecordType.DeveloperName.',
    type: 'text',
    default: 'Type',
    source: 'opportunity-fields',
  },
  {
    key: 'renewal_values',
    label: 'Renewal Values',
    help: 'The values of that field that mark a renewal, as API names. Left empty, it is Renewal.',
    type: 'list',
    default: 'Renewal',
    mapped: true,
    most: 10,
  },
  {
    key: 'days_ahead',
    label: 'Days Ahead',
    help: 'Open renewals count that close today or within so many days.',
    type: 'number',
    default: '90',
    least: 1,
    highest: MOST_DAYS,
  },
  {
    key: 'silent_days',
    label: 'Days Without Activity',
    help: 'A renewal is at risk when its last activity is more than so many days ago. A meeting ahead counts as activity; a renewal without any counts from its creation.',
    type: 'number',
    default: '30',
    least: 1,
    highest: MOST_DAYS,
  },
  {
    key: 'period',
    label: 'Tell Each Renewal',
    help: 'How often the same renewal is told while it stays at risk.',
    type: 'text',
    default: 'month',
    choices: {
      week: 'Once a calendar week',
      month: 'Once a calendar month',
      quarter: 'Once a calendar quarter',
    },
  },
];

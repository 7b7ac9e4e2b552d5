import { read } from '../../delivery/ledger-part.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { answer, exists, note, type Template } from '../../language/index.ts';
import { factsQuery } from '../../signal/deal-room/deal-room.ts';
import { facts } from '../../signal/deal-room/fact.ts';
import type { Input } from '../definition.ts';
import { briefingInputs } from '../input/briefing.ts';
import { peopleInputs } from '../input/people.ts';
import type { Search } from '../search.ts';

const recordId: Input = {
  key: 'record_id',
  label: 'Opportunity ID',
  help: 'The opportunity to read: map Record ID of the trigger.',
  type: 'text',
  required: true,
  recordIdOf: 'Opportunity',
  placeholder: '006…',
};

/** The inputs that the facts read, as the deal room has them. */
const FACT_INPUTS: readonly string[] = [
  'currency',
  'locale',
  'arr_field',
  'contract_start_field',
  'se_field',
  'csm_field',
];

const shown = {
  name: facts.name,
  account: facts.account,
  stage: facts.stage,
  amount: facts.amount,
  arr: facts.arr,
  contract_start: facts.contractStart,
  close_date: facts.closeDate,
  owner: facts.owner,
  solutions_engineer: facts.solutionsEngineer,
  customer_success: facts.customerSuccess,
  stakeholders: facts.stakeholders,
} as const;

/** Reads what the briefing of a deal room says about an opportunity. */
export const getDealFacts: Search = {
  operation: {
    key: 'get_deal_facts',
    group: 'Deal Rooms',
    noun: 'Deal Facts',
    label: 'Get Deal Facts',
    description:
      'Reads an opportunity as the briefing of its deal room shows it: every value is text, ready for a Slack message.',
    inputs: [
      recordId,
      ...[...briefingInputs, ...peopleInputs].filter(({ key }) => FACT_INPUTS.includes(key)),
    ],
    outputs: [
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'record_url', label: 'Salesforce Link', type: 'text' },
      { key: 'name', label: 'Opportunity', type: 'text' },
      { key: 'account', label: 'Account', type: 'text' },
      { key: 'stage', label: 'Stage', type: 'text' },
      { key: 'amount', label: 'Amount', type: 'text' },
      { key: 'arr', label: 'ARR', type: 'text' },
      { key: 'contract_start', label: 'Contract Start', type: 'text' },
      { key: 'close_date', label: 'Close Date', type: 'text' },
      { key: 'owner', label: 'Owner', type: 'text' },
      { key: 'solutions_engineer', label: 'Solutions Engineer', type: 'text' },
      { key: 'customer_success', label: 'Customer Success', type: 'text' },
      { key: 'stakeholders', label: 'Stakeholders', type: 'text' },
    ],
    sample: {
      record_id: '006Hs00000BkXyzIAF',
      record_url: 'https://acme.my.salesforce.com/006Hs00000BkXyzIAF',
      name: 'Acme Q3 Enterprise',
      account: 'Acme Corp',
      stage: 'Closed Won',
      amount: 'USD 75,000',
      arr: 'USD 60,000',
      contract_start: 'Oct 1, 2025',
      close_date: 'Sep 30, 2025',
      owner: 'Kim Ro',
      solutions_engineer: 'Sam Ode',
      customer_success: 'Ana Lee',
      stakeholders: '• Jo Marsh (Economic Buyer)\n• Raj *Patel* &lt;script&gt; (Technical Buyer)',
    },
  },
  call: {
    to: 'salesforce',
    allOrNone: false,
    parts: { facts: read(factsQuery(shown as unknown as Template)) },
  },
  notes: { record: answer('text', 'facts', 'body', 'records', 0) },
  found: exists(note('text', 'record')),
  item: { record_id: note('text', 'record.Id'), record_url: recordUrl, ...shown },
};

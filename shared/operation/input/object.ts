import type { Input } from '../definition.ts';

/** The object that the flow is about; `dependsOn` other inputs is said by their sources. */
export const objectInput: Input = {
  key: 'object',
  label: 'Object',
  help: 'The object in Salesforce, such as Contract or an object of your own.',
  type: 'text',
  required: true,
  form: 'api-name',
  source: 'objects',
};

/** The field that names a record. */
export const nameField: Input = {
  key: 'name_field',
  label: 'Name Field',
  help: 'The field that says what a record is called. Name on most objects; CaseNumber on Case, ContractNumber on Contract, OrderNumber on Order.',
  type: 'text',
  default: 'Name',
  form: 'api-name',
  source: 'object-fields',
};

/** The state that counts. */
export const stateInputs: readonly Input[] = [
  objectInput,
  {
    key: 'field',
    label: 'Field',
    help: 'A picklist, a text, a lookup or a checkbox. Let an admin track its history (Setup > Object Manager > Fields > Set History Tracking), so that a record that comes back counts again.',
    type: 'text',
    required: true,
    form: 'api-name',
    source: 'object-state-fields',
  },
  {
    key: 'values',
    label: 'Values',
    help: 'The values that count. A move from one of them to another is no new entry. For a checkbox: true or false.',
    type: 'list',
    mapped: true,
    required: true,
    source: 'object-values',
    most: 20,
  },
];

import {
  and,
  answer,
  type Condition,
  concat,
  equal,
  includes,
  isIn,
  literal,
  not,
} from '../../language/index.ts';
import type { Dropdown, Line, Name } from './dropdown.ts';

const name = answer('text', 'name');
const label = answer('text', 'label');
const type = answer('text', 'type');

/** Types whose values a card cannot say in one line. */
const UNSHOWABLE = ['id', 'reference', 'address', 'location', 'base64', 'complexvalue', 'anyType'];
/** Types whose values a state can be told by. */
const STATEFUL = ['picklist', 'combobox', 'string', 'reference', 'boolean'];
/** Types whose values can be added up. */
const ADDABLE = ['currency', 'double', 'int'];
/** Lookups that say who clicked; an owner may well be the CSM. */
const CLICKED = ['CreatedById', 'LastModifiedById'];
/** Those, and who is addressed anyway. */
const SYSTEM = [...CLICKED, 'OwnerId'];

/** An item by its label and its API name. */
export const labelled: Line = { label: concat(label, ' (', name, ')'), value: name };

const isShowable = not(isIn(type, UNSHOWABLE));
const isUserLookup = (others: readonly string[]): Condition =>
  and(includes(answer('list', 'referenceTo'), literal('text', 'User')), not(isIn(name, others)));

function fieldsWhere(object: Name, keep: Condition): Dropdown {
  return { from: 'fields', parts: [{ object, line: { ...labelled, keep } }] };
}

/** The fields of an object that a text can show. */
export const fieldsOf = (object: Name) => fieldsWhere(object, isShowable);

/** The fields of an object that hold money or numbers. */
export const amountFieldsOf = (object: Name) => fieldsWhere(object, isIn(type, ADDABLE));

/** The lookups of an object to users. */
export const userFieldsOf = (object: Name) => fieldsWhere(object, isUserLookup(SYSTEM));

/** The checkboxes of an object that a query can ask for. */
export const checkboxesOf = (object: Name) =>
  fieldsWhere(object, and(equal(type, 'boolean'), equal(answer('boolean', 'filterable'), true)));

/** The fields of an object that a state can be told by. */
export const stateFieldsOf = (object: Name) => fieldsWhere(object, isIn(type, STATEFUL));

/** The fields that a text can show as `ARR__c:currency:ARR`: a card shows the label and writes the value as its type wants. */
export const extraFieldsOf = (object: Name): Dropdown => ({
  from: 'fields',
  parts: [{ object, line: { ...labelled, keep: isShowable, value: concat(name, ':', type, ':', label) } }],
});

const canBeCsm = isUserLookup(CLICKED);

/** The lookups to users of the opportunity, then those of its account. */
export const csmFields: Dropdown = {
  from: 'fields',
  parts: [
    { object: 'Opportunity', line: { ...labelled, keep: canBeCsm } },
    {
      object: 'Account',
      line: {
        keep: canBeCsm,
        label: concat('Account: ', label, ' (Account.', name, ')'),
        value: concat('Account.', name),
      },
    },
  ],
};

/** The values in use of a field. */
export const valuesOf = (object: Name, of: Name): Dropdown => ({
  from: 'values',
  object,
  field: of,
  line: { keep: equal(answer('boolean', 'active'), true), label, value: answer('text', 'value') },
});

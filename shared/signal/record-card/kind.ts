import { DASH, shown } from '../../card/text.ts';
import {
  concat,
  dateText,
  dateToken,
  type Expression,
  fallback,
  fieldsOf,
  itemFieldsOf,
  money,
  namedField,
  type Word,
} from '../../language/index.ts';
import { Account } from '../object/account.ts';
import { Case } from '../object/case.ts';
import { Contact } from '../object/contact.ts';
import { Lead } from '../object/lead.ts';
import { Opportunity } from '../object/opportunity.ts';
import { input } from './input.ts';

const VALUE_LENGTH = 250;
/** Characters of each thing that a line of a list says beside the name. */
const DETAIL_LENGTH = 40;

const account = fieldsOf(Account);
const opportunity = fieldsOf(Opportunity);
const caseField = fieldsOf(Case);
const contact = fieldsOf(Contact);
const lead = fieldsOf(Lead);

const accountRow = itemFieldsOf(Account);
const opportunityRow = itemFieldsOf(Opportunity);
const caseRow = itemFieldsOf(Case);
const contactRow = itemFieldsOf(Contact);
const leadRow = itemFieldsOf(Lead);

const value = (field: Expression<'text'>) => shown(field, VALUE_LENGTH);
const detail = (field: Expression<'text'>) => shown(field, DETAIL_LENGTH);
const day = (field: Expression<'date'>) => fallback(dateText(field), DASH);
const currency = fallback(namedField('text', 'currency_field', ''), input('currency'), 'USD');

/** A value of a card under its label. */
type Fact = readonly [label: Word, value: Expression<'text'>];

/** An object whose records people can ask for. */
export interface AskedKind {
  /** What the input calls it, and the note that its rows go to begins with. */
  readonly key: 'account' | 'opportunity' | 'case' | 'contact' | 'lead';
  /** API name. */
  readonly object: string;
  /** First characters of its record ids. */
  readonly prefix: string;
  /** First words of a question that mean it. */
  readonly called: readonly string[];
  /** What a card calls one, and a list several of them. */
  readonly one: Word;
  readonly several: Word;
  /** What a card of the record is headed by. */
  readonly title: Expression<'text'>;
  /** Every kind has as many. */
  readonly facts: readonly [Fact, Fact, Fact, Fact, Fact, Fact];
  /** A line of a list: the name of the row, and what is said beside it. */
  readonly row: {
    readonly id: Expression<'text'>;
    readonly name: Expression<'text'>;
    readonly details: Expression<'text'>;
  };
}

/** Every object that can be asked for, in the order of a list. */
export const kinds: readonly AskedKind[] = [
  {
    key: 'account',
    object: Account.name,
    prefix: '001',
    called: ['account', 'accounts', 'acct', 'acc'],
    one: 'account',
    several: 'accounts',
    title: account('Name'),
    facts: [
      ['industry', value(account('Industry'))],
      ['kind', value(account('Type'))],
      ['owner', value(account('Owner.Name'))],
      ['phone', value(account('Phone'))],
      ['website', value(account('Website'))],
      ['lastActive', day(account('LastActivityDate'))],
    ],
    row: {
      id: accountRow('Id'),
      name: accountRow('Name'),
      details: concat(detail(accountRow('Industry')), ' · ', detail(accountRow('Owner.Name'))),
    },
  },
  {
    key: 'opportunity',
    object: Opportunity.name,
    prefix: '006',
    called: ['opportunity', 'opportunities', 'opp', 'opps', 'deal', 'deals'],
    one: 'opportunity',
    several: 'opportunities',
    title: opportunity('Name'),
    facts: [
      ['account', value(opportunity('Account.Name'))],
      ['stage', value(opportunity('StageName'))],
      ['amount', fallback(money(opportunity('Amount'), currency), DASH)],
      ['closeDate', day(opportunity('CloseDate'))],
      ['owner', value(opportunity('Owner.Name'))],
      ['lastActive', day(opportunity('LastActivityDate'))],
    ],
    row: {
      id: opportunityRow('Id'),
      name: opportunityRow('Name'),
      details: concat(detail(opportunityRow('Account.Name')), ' · ', detail(opportunityRow('StageName'))),
    },
  },
  {
    key: 'case',
    object: Case.name,
    prefix: '500',
    called: ['case', 'cases', 'ticket'],
    one: 'case',
    several: 'cases',
    title: concat(caseField('CaseNumber'), ' ', caseField('Subject')),
    facts: [
      ['account', value(caseField('Account.Name'))],
      ['contact', value(caseField('Contact.Name'))],
      ['status', value(caseField('Status'))],
      ['priority', value(caseField('Priority'))],
      ['owner', value(caseField('Owner.Name'))],
      ['opened', fallback(dateToken(caseField('CreatedDate')), DASH)],
    ],
    row: {
      id: caseRow('Id'),
      name: concat(caseRow('CaseNumber'), ' ', caseRow('Subject')),
      details: concat(detail(caseRow('Account.Name')), ' · ', detail(caseRow('Status'))),
    },
  },
  {
    key: 'contact',
    object: Contact.name,
    prefix: '003',
    called: ['contact', 'contacts'],
    one: 'contact',
    several: 'contacts',
    title: contact('Name'),
    facts: [
      ['account', value(contact('Account.Name'))],
      ['jobTitle', value(contact('Title'))],
      ['email', value(contact('Email'))],
      ['phone', value(contact('Phone'))],
      ['owner', value(contact('Owner.Name'))],
      ['lastActive', day(contact('LastActivityDate'))],
    ],
    row: {
      id: contactRow('Id'),
      name: contactRow('Name'),
      details: concat(detail(contactRow('Account.Name')), ' · ', detail(contactRow('Title'))),
    },
  },
  {
    key: 'lead',
    object: Lead.name,
    prefix: '00Q',
    called: ['lead', 'leads'],
    one: 'lead',
    several: 'leads',
    title: lead('Name'),
    facts: [
      ['company', value(lead('Company'))],
      ['jobTitle', value(lead('Title'))],
      ['email', value(lead('Email'))],
      ['source', value(lead('LeadSource'))],
      ['status', value(lead('Status'))],
      ['owner', value(lead('Owner.Name'))],
    ],
    row: {
      id: leadRow('Id'),
      name: leadRow('Name'),
      details: concat(detail(leadRow('Company')), ' · ', detail(leadRow('Status'))),
    },
  },
];

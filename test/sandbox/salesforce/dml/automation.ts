import { ledgerObject } from '../../../../shared/delivery/ledger-object.ts';
import { subscriptionObject } from '../../../../shared/receive/subscription-object.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject, Value } from '../schema/type.ts';
import type { Author } from './author.ts';
import { autoNumber } from './automation/auto-number.ts';
import { caseBefore } from './automation/case.ts';
import { contactRoleAfter } from './automation/contact-role.ts';
import { contractBefore } from './automation/contract.ts';
import { feedCommentAfter, feedCommentBefore } from './automation/feed.ts';
import { opportunityAfter, opportunityBefore } from './automation/opportunity.ts';
import { personBefore } from './automation/person.ts';
import { eventAfter, eventBefore, taskAfter, taskBefore } from './automation/task.ts';
import { writeFieldHistory } from './field-history.ts';

/** Derives fields of a record that is about to be stored. */
export type Before = (org: Org, before: Row | undefined, row: Record<string, Value>, changed: Row) => void;

/** Does what follows from a record that was stored. */
export type After = (org: Org, author: Author, before: Row | undefined, row: Row) => void;

const befores: Readonly<Record<string, Before>> = {
  User: personBefore,
  Contact: personBefore,
  Lead: personBefore,
  Opportunity: opportunityBefore,
  Case: caseBefore,
  Contract: contractBefore,
  Task: taskBefore,
  Event: eventBefore,
  FeedComment: feedCommentBefore,
  [ledgerObject.name]: autoNumber(ledgerObject.prefix),
  [subscriptionObject.name]: autoNumber(subscriptionObject.prefix),
};

const afters: Readonly<Record<string, After>> = {
  Opportunity: opportunityAfter,
  OpportunityContactRole: contactRoleAfter,
  Task: taskAfter,
  Event: eventAfter,
  FeedComment: feedCommentAfter,
};

/** What Salesforce itself derives before it stores a record. */
export function beforeSave(
  org: Org,
  sobject: Sobject,
  before: Row | undefined,
  row: Record<string, Value>,
  changed: Row,
): void {
  befores[sobject.name]?.(org, before, row, changed);
}

/** What Salesforce itself does once a record is stored: history rows, roll-ups. */
export function afterSave(
  org: Org,
  author: Author,
  sobject: Sobject,
  before: Row | undefined,
  row: Row,
): void {
  afters[sobject.name]?.(org, author, before, row);
  writeFieldHistory(org, author, sobject, before, row);
}

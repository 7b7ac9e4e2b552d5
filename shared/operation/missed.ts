import { rowKey } from '../delivery/event-key.ts';
import { Ledger } from '../delivery/ledger.ts';
import { read } from '../delivery/ledger-part.ts';
import type { CompositeCall } from '../delivery/step.ts';
import {
  and,
  answer,
  type Condition,
  type Expression,
  equal,
  fieldsOf,
  greaterOrEqual,
  includes,
  not,
  note,
  parametersOf,
  pluck,
} from '../language/index.ts';
import type { Input, Operation } from './definition.ts';
import type { PollingTrigger } from './polling-trigger.ts';
import { LOOK_BACK_DAYS } from './trigger-rows.ts';

/** A trigger whose events a search can compare with the ledger. */
export type MissedTrigger = PollingTrigger & { readonly missed: NonNullable<PollingTrigger['missed']> };

/** The trigger has such a search. */
export function hasMissed(trigger: PollingTrigger): trigger is MissedTrigger {
  return trigger.missed !== undefined;
}

/** Days that a search looks back at most: Salesforce answers one page of rows. */
export const MOST_DAYS = 30;

const days: Input = {
  key: 'days',
  label: 'Days',
  help: 'How many days back to look, 30 at most.',
  type: 'number',
  default: String(LOOK_BACK_DAYS),
  least: 1,
  highest: MOST_DAYS,
};

/** What the search returns is what the trigger does. */
export function missedOperation({ operation, push, missed }: MissedTrigger): Operation {
  const { rules: _, ...shown } = operation;
  return { ...shown, ...missed, inputs: [...(push?.inputs ?? operation.inputs), days] };
}

const input = parametersOf({ delivery_name: 'text', since: 'instant' });
const row = fieldsOf(Ledger);
/** Rows that the ledger gives in one page. */
const ROWS = 2000;

/** Reads the rows of the trigger with those of the ledger. */
export function missedRead({ read: rows }: PollingTrigger): CompositeCall {
  return {
    ...rows,
    parts: {
      ...rows.parts,
      delivered: read({
        from: Ledger.name,
        select: [row('Key__c')],
        where: and(
          equal(row('Delivery__c'), input('delivery_name')),
          equal(row('Organization__c'), note('text', 'organizationId')),
          equal(row('Team__c'), note('text', 'teamId')),
          greaterOrEqual(row('CreatedDate'), input('since')),
        ),
        orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
        limit: ROWS,
      }),
    },
  };
}

/** A row of the trigger is an event that the ledger does not have; what is under way or unsure it has. */
export function isMissed({ keep, item }: PollingTrigger): Condition {
  const keys = pluck(answer('list', 'delivered', 'body', 'records'), 'Key__c');
  const isUnknown = not(includes(keys, rowKey(item.event_key as Expression<'text'>)));
  return keep === undefined ? isUnknown : and(keep, isUnknown);
}

import { Ledger, status } from '../delivery/ledger.ts';
import { read } from '../delivery/ledger-part.ts';
import type { CompositeCall } from '../delivery/step.ts';
import { and, equal, fieldsOf, greaterOrEqual, note, parametersOf } from '../language/index.ts';
import type { Operation } from './definition.ts';
import { hasMissed, isMissed, type MissedTrigger } from './missed.ts';
import type { PollingTrigger } from './polling-trigger.ts';
import { hasPush, type PushTrigger } from './pushed.ts';

const input = parametersOf({ delivery_name: 'text', since: 'instant' });
const row = fieldsOf(Ledger);
/** Rows that the ledger gives in one page. */
const ROWS = 2000;

/** The rows of the ledger for the delivery name, in the organization and the team of the connection. */
const ofDelivery = and(
  equal(row('Delivery__c'), input('delivery_name')),
  equal(row('Organization__c'), note('text', 'organizationId')),
  equal(row('Team__c'), note('text', 'teamId')),
);

/** A trigger whose events another flow may be told of at once, so that a poll finds what that flow missed. */
export type ToldTrigger = MissedTrigger & PushTrigger;

/** The trigger is one of these. */
export function isTold(trigger: PollingTrigger): trigger is ToldTrigger {
  return hasMissed(trigger) && hasPush(trigger);
}

/** The operation that notices what a trigger notices, as far as no flow of the same delivery name has finished with it. */
export function undeliveredOperation({ operation, push }: ToldTrigger): Operation {
  const { rules: _, ...shown } = operation;
  return {
    ...shown,
    key: `${operation.key}_undelivered`,
    label: `${operation.label} Undelivered`,
    description: `${operation.description} It looks three days back and leaves out what another flow with the same delivery name has delivered, so run it beside one that is told at once.`,
    inputs: push.inputs,
  };
}

/**
 * The trigger for what was not delivered. What is under way counts as not delivered: whoever finds it finishes it, or is told to wait.
 */
export function undelivered(trigger: ToldTrigger): PollingTrigger {
  const { awake: _awake, push: _push, replay: _replay, named: _named, missed: _missed, ...rest } = trigger;
  return {
    ...rest,
    operation: undeliveredOperation(trigger),
    read: {
      ...trigger.read,
      parts: {
        ...trigger.read.parts,
        delivered: read({
          from: Ledger.name,
          select: [row('Key__c')],
          where: and(
            ofDelivery,
            equal(row('Status__c'), status.done),
            greaterOrEqual(row('CreatedDate'), input('since')),
          ),
          orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
          limit: ROWS,
        }),
      },
    },
    keep: isMissed(trigger),
  };
}

/** Reads when something of the delivery name was delivered, or tried, for the first time. */
export const firstDelivery: CompositeCall = {
  to: 'salesforce',
  allOrNone: false,
  parts: {
    first: read({
      from: Ledger.name,
      select: [row('CreatedDate')],
      where: ofDelivery,
      orderBy: [{ by: row('CreatedDate'), direction: 'ascending' }],
      limit: 1,
    }),
  },
};

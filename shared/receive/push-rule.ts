import { fieldsUsed } from '../language/fields-used.ts';
import type { Expression } from '../language/index.ts';
import { isEscalated } from '../signal/case-escalation/filter.ts';
import { changedLines } from '../signal/case-escalation/state.ts';
import { filter as enteredStage } from '../signal/deal-room/filter.ts';
import { filter as createdLead } from '../signal/new-lead/filter.ts';
import { Case } from '../signal/object/case.ts';
import { Lead } from '../signal/object/lead.ts';
import { Opportunity } from '../signal/object/opportunity.ts';

/** What a trigger of the Salesforce package tells of: new records of the object, and changes of some of its fields. */
export interface PushRule {
  readonly object: string;
  /** API names of fields of the object itself. */
  readonly fields: readonly string[];
}

/** Fields that Salesforce fills from another one, which is what people change. */
const FILLED_FROM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Opportunity: { IsClosed: 'StageName', IsWon: 'StageName' },
  Case: { IsClosed: 'Status' },
};

/** Fields in which Salesforce notes when something happened. */
const STAMPS: readonly string[] = ['CreatedDate', 'LastStageChangeDate', 'SystemModstamp'];

/** What the package tells of: whatever a signal looks at when it decides whether something is news. */
export const pushRules: readonly PushRule[] = [
  pushRule(Opportunity.name, enteredStage),
  pushRule(Case.name, isEscalated, changedLines),
  pushRule(Lead.name, createdLead),
];

/** Tells of the fields that somebody has to write for one of the expressions to yield something else. */
function pushRule(object: string, ...expressions: readonly Expression[]): PushRule {
  const filledFrom = FILLED_FROM[object] ?? {};
  const paths = fieldsUsed(expressions).fields.flatMap((field) =>
    field.kind === 'field' ? [field.path] : [],
  );
  const own = paths.map(([head = '', ...rest]) =>
    rest.length > 0 ? `${head}Id` : (filledFrom[head] ?? head),
  );
  return { object, fields: [...new Set(own)].filter((field) => !STAMPS.includes(field)).sort() };
}

import type { Features } from '../features.ts';
import type { Org } from '../org.ts';
import type { Field, Row, Sobject, Value } from '../schema/type.ts';
import { sobjectOfId } from '../visible.ts';
import type { Author } from './author.ts';

/** The fields an admin chose to track, by object. */
export type TrackedFields = Record<string, readonly string[]>;

export const defaultTrackedFields: Readonly<TrackedFields> = {
  Opportunity: ['StageName', 'Amount', 'CloseDate', 'OwnerId'],
  Case: ['Priority', 'Status', 'IsEscalated', 'OwnerId'],
  Lead: ['Status', 'Rating', 'OwnerId'],
  Account: ['Type', 'OwnerId', 'CSM__c'],
  Project__c: ['Status__c', 'Go_Live__c', 'OwnerId'],
};

interface Kind {
  readonly history: string;
  /** The history object's lookup to the record. */
  readonly by: string;
  /** Off: nothing is tracked. */
  readonly feature: keyof Features;
}

const kinds: Readonly<Record<string, Kind>> = {
  Opportunity: {
    history: 'OpportunityFieldHistory',
    by: 'OpportunityId',
    feature: 'opportunityFieldHistory',
  },
  Case: { history: 'CaseHistory', by: 'CaseId', feature: 'caseHistory' },
  Lead: { history: 'LeadHistory', by: 'LeadId', feature: 'leadHistory' },
  Account: { history: 'AccountHistory', by: 'AccountId', feature: 'accountHistory' },
  Project__c: { history: 'Project__History', by: 'ParentId', feature: 'projectHistory' },
};

/** Whether changes of a field are written to the history of its object. */
export function isTracked(org: Org, sobject: string, field: string): boolean {
  const kind = kinds[sobject];
  const isOn = kind !== undefined && org.features[kind.feature] === true;
  return isOn && (org.trackedFields[sobject] ?? []).includes(field);
}

/** Writes a row for the creation of a record, or for each tracked field that changed; lookups get one with names and one with ids. */
export function writeFieldHistory(
  org: Org,
  author: Author,
  sobject: Sobject,
  before: Row | undefined,
  row: Row,
): void {
  const kind = kinds[sobject.name];
  if (kind === undefined || org.features[kind.feature] !== true) return;
  const write = (field: string, dataType: string, oldValue: Value, newValue: Value) =>
    org.store.put(kind.history, {
      Id: org.nextId('017'),
      IsDeleted: false,
      [kind.by]: row.Id ?? null,
      CreatedDate: row.LastModifiedDate ?? null,
      CreatedById: author.userId,
      Field: field,
      DataType: dataType,
      OldValue: asText(oldValue),
      NewValue: asText(newValue),
    });
  if (before === undefined) {
    write('created', 'Text', null, null);
    return;
  }
  for (const name of org.trackedFields[sobject.name] ?? []) {
    const field = sobject.fields.find((known) => known.name === name);
    const from = before[name] ?? null;
    const to = row[name] ?? null;
    if (field === undefined)
      throw new Error(`A field is tracked that ${sobject.name} does not have: ${name}`);
    if (from === to) continue;
    if (field.type !== 'reference') write(name, dataTypeOf(field), from, to);
    else {
      const shown = name.endsWith('__c') ? name : String(field.relationshipName);
      write(shown, 'Text', nameOf(org, field, from), nameOf(org, field, to));
      write(shown, 'EntityId', from, to);
    }
  }
}

function dataTypeOf(field: Field): string {
  if (field.type === 'picklist') return 'DynamicEnum';
  return field.type.charAt(0).toUpperCase() + field.type.slice(1);
}

function nameOf(org: Org, field: Field, id: Value): Value {
  const sobject = typeof id === 'string' ? sobjectOfId(org, id, field.referenceTo) : undefined;
  return sobject === undefined ? null : (org.store.table(sobject.name).get(String(id))?.Name ?? null);
}

function asText(value: Value): Value {
  return value === null ? null : String(value);
}

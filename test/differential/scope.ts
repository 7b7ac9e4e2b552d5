import fc from 'fast-check';
import type { Scope } from '../../shared/target/js/scope.ts';
import { day, filledText, instant, lineText, maybe, moment, NOW, plainNumber } from './value.ts';

const ROW = fc.record({
  Role: maybe(filledText),
  Amount: maybe(plainNumber),
  Contact: fc.option(fc.record({ Name: maybe(filledText) })),
});

const children = fc.oneof(
  fc.constant(null),
  fc.array(ROW, { maxLength: 6 }).map((records) => ({ totalSize: records.length, done: true, records })),
);

/** The states a record can be in, in several spellings. */
export const STATES = ['Closed Won', 'closed won', 'Prospecting', "Won'", 'Übergabe'] as const;

const RECORD = fc.record({
  Id: fc.constant('006000000000001AAA'),
  Name: maybe(filledText),
  StageName: maybe(fc.constantFrom(...STATES)),
  Description: maybe(lineText),
  Amount: maybe(plainNumber),
  Count: maybe(fc.integer({ min: 0, max: 40 })),
  IsPrivate: maybe(fc.boolean()),
  CloseDate: maybe(day),
  CreatedDate: instant,
  LastStageChangeDate: maybe(instant),
  Owner: fc.option(fc.record({ Name: maybe(filledText), Email: maybe(lineText) })),
  CSM__r: fc.option(fc.record({ Name: maybe(filledText) })),
  Roles: children,
  History: fc.oneof(
    fc.constant(null),
    instant.map((CreatedDate) => ({ records: [{ CreatedDate }] })),
  ),
});

const PARAMETERS = fc.record({
  text: maybe(lineText),
  search: maybe(lineText),
  number: maybe(plainNumber),
  days: maybe(fc.integer({ min: 0, max: 60 })),
  turnDays: maybe(fc.integer({ min: 1, max: 30 })),
  zone: fc.constantFrom('', undefined, 'Europe/Berlin', 'Australia/Lord_Howe'),
  language: fc.constantFrom('', undefined, 'en', 'de', 'fr', 'ja'),
  flag: maybe(fc.boolean()),
  day: maybe(day),
  instant: maybe(instant),
  states: fc.array(fc.oneof(fc.constantFrom(...STATES), lineText), { maxLength: 4 }),
  field: fc.constantFrom('', undefined, 'Name', 'Description', 'Owner.Email', 'Missing__c'),
  lookup: fc.constantFrom('', undefined, 'OwnerId', 'CSM__c', 'Missing__c'),
});

const NOTES = fc.record({
  text: maybe(filledText),
  number: maybe(plainNumber),
  flag: maybe(fc.boolean()),
  people: fc.array(fc.constantFrom('U1', 'U2', 'W3', 'S4', 'x'), { maxLength: 4 }),
  dates: fc.array(
    instant.map((at) => new Date(at).toISOString().replace('Z', '+0000')),
    { maxLength: 4 },
  ),
  rows: fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('x', 'y', 'X') }), {
    maxLength: 5,
  }),
});

const ANSWER = fc.record({
  ok: fc.boolean(),
  error: maybe(fc.constantFrom('name_taken', 'no_such')),
  channel: fc.record({ id: maybe(lineText) }),
});

/** Random scopes: records, inputs, notes and answers. */
export const scope: fc.Arbitrary<Scope> = fc.record({
  record: RECORD as fc.Arbitrary<Scope['record']>,
  parameters: PARAMETERS as fc.Arbitrary<Scope['parameters']>,
  notes: NOTES as fc.Arbitrary<Scope['notes']>,
  answer: ANSWER,
  now: fc.oneof(fc.constant(NOW), moment),
  locale: fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'ja-JP', 'xx-XX'),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
});

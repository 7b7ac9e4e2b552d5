import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fallback, note, queryText, type Template } from '../../shared/language/index.ts';
import { dealRoom, dealRoomPlan } from '../../shared/signal/deal-room/deal-room.ts';
import { compileTemplate as compileImlTemplate } from '../../shared/target/iml/compile.ts';
import { compileTemplate } from '../../shared/target/js/compile.ts';
import type { Scope } from '../../shared/target/js/scope.ts';
import { CASES } from './cases.ts';
import { ROOTS, runTemplate } from './run-iml.ts';
import { day, filledText, instant, lineText, maybe, moment, plainNumber } from './value.ts';

const place = {
  recordUrl: fallback(note('text', 'recordUrl'), 'https://login.salesforce.com'),
  mark: note('text', 'mark'),
  members: note('list', 'members'),
  missing: note('list', 'missing'),
};
const plan = dealRoomPlan(place, note('text', 'roomUrl'));
const everything = {
  filter: dealRoom.filter,
  stamp: dealRoom.stamp,
  facts: dealRoom.facts,
  card: dealRoom.card(place),
  announcement: plan.announcement,
  topic: plan.topic,
  channelName: plan.channelName,
  factsQuery: queryText(plan.facts),
  teamQuery: queryText(plan.extras.team),
} as unknown as Template;

const person = fc.option(fc.record({ Name: maybe(filledText), Email: maybe(lineText) }));
const record = fc.record({
  Id: fc.constant('006000000000001AAA'),
  Name: maybe(filledText),
  StageName: fc.constantFrom('Closed Won', 'closed won', 'Prospecting', "Won'"),
  Type: maybe(filledText),
  Amount: maybe(plainNumber),
  ARR__c: maybe(plainNumber),
  CloseDate: maybe(day),
  Start__c: maybe(day),
  FiscalQuarter: maybe(fc.integer({ min: 1, max: 4 })),
  CreatedDate: instant,
  LastStageChangeDate: maybe(instant),
  Account: fc.option(fc.record({ Name: maybe(filledText) })),
  Contract: fc.option(fc.record({ StartDate: maybe(day) })),
  Owner: person,
  SE__r: person,
  CSM__r: person,
  OpportunityContactRoles: fc.option(
    fc
      .array(
        fc.record({ Role: maybe(filledText), Contact: fc.option(fc.record({ Name: maybe(filledText) })) }),
        { maxLength: 12 },
      )
      .map((records) => ({ totalSize: records.length, done: true, records })),
  ),
  OpportunityHistories: fc.option(instant.map((CreatedDate) => ({ records: [{ CreatedDate }] }))),
});

const extraField = fc.constantFrom(
  'Name:text:Name',
  'Amount:currency:Deal *size*',
  'CloseDate:date:Close',
  'Done__c:boolean:Done',
  'Share__c:percent:Share',
  'Id',
  'Gone__c:text:Gone',
);
const parameters = fc.record({
  record_id: fc.constant('006000000000001AAA'),
  stages: fc.array(fc.constantFrom('Closed Won', "Won'", 'Prospecting'), { maxLength: 3 }),
  since: maybe(instant),
  until: maybe(instant),
  channel_pattern: maybe(fc.oneof(lineText, fc.constant('{name}-{quarter}_{owner}{nobody}'))),
  headline: maybe(lineText),
  intro: maybe(filledText),
  currency: maybe(fc.constantFrom('USD', 'EUR', 'eur', '<!here>')),
  team_roles: fc.array(fc.constantFrom('Sales Rep', "Exec's Sponsor"), { maxLength: 2 }),
  emails: fc.array(lineText, { maxLength: 2 }),
  extra_fields: fc.array(extraField, { maxLength: 8 }),
  arr_field: fc.constantFrom('', undefined, 'ARR__c'),
  contract_start_field: fc.constantFrom('', undefined, 'Start__c', 'Contract.StartDate'),
  segment_field: fc.constantFrom('', undefined, 'Type'),
  se_field: fc.constantFrom('', undefined, 'SE__c', 'OwnerId'),
  csm_field: fc.constantFrom('', undefined, 'CSM__c'),
});
const notes = fc.record({
  recordUrl: fc.constant('https://acme.my.salesforce.example/006000000000001AAA'),
  roomUrl: fc.constant('https://slack.example/archives/C1'),
  mark: fc.constantFrom('', undefined, 'TEST '),
  members: fc.array(fc.constantFrom('U1', 'U2', 'W3'), { maxLength: 12 }),
  missing: fc.array(lineText, { maxLength: 5 }),
  extra: fc.array(
    fc.record({
      Name: maybe(filledText),
      Amount: maybe(plainNumber),
      CloseDate: maybe(day),
      Done__c: fc.boolean(),
      Share__c: maybe(plainNumber),
    }),
    { maxLength: 1 },
  ),
  team: fc.constant([]),
});

let ran = 0;

describe('The deal room says the same on Make as in js', () => {
  afterAll(() => {
    process.stdout.write(`iml: ${ran} deal rooms equal in filter, stamp, facts, cards, names and queries\n`);
  });

  it('for random records, inputs and notes.', () => {
    const compiled = compileImlTemplate(everything, ROOTS);
    const meaning = compileTemplate(everything);
    fc.assert(
      fc.property(
        record,
        parameters,
        notes,
        moment,
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'ja-JP'),
        (given, inputs, noted, now, locale) => {
          const scope: Scope = {
            record: given,
            parameters: inputs,
            notes: noted,
            answer: undefined,
            now,
            locale,
            fiscalYearStartMonth: 1,
          };
          expect(runTemplate(compiled, scope)).toEqual(meaning(scope));
          ran += 1;
        },
      ),
      { seed: 20_261_120, numRuns: Math.ceil(CASES / 4) },
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../../../shared/card/message.ts';
import { LOCALE_TEXT } from '../../../shared/generated/text-table.ts';
import { concat, note, parametersOf } from '../../../shared/language/index.ts';
import { parametersUsed } from '../../../shared/language/parameters-used.ts';
import { openDealRoom } from '../../../shared/operation/action/open-deal-room.ts';
import { dealRoom, dealRoomPlan } from '../../../shared/signal/deal-room/deal-room.ts';
import { compileTemplate, compileValue } from '../../../shared/target/js/compile.ts';
import type { Scope } from '../../../shared/target/js/scope.ts';
import { bindQuery } from '../../../shared/target/soql/bind.ts';
import { compileQuery } from '../../../shared/target/soql/compile.ts';
import { findMessageProblems } from '../../sandbox/slack/block-kit/find-message-problems.ts';
import { nastyText } from '../target/nasty-text.ts';
import { NOW, scopeOf } from '../target/scope.ts';

const plan = dealRoomPlan(
  {
    recordUrl: concat(note('text', 'instanceUrl'), '/', parametersOf({ record_id: 'text' })('record_id')),
    mark: note('text', 'testMark'),
    members: note('list', 'members'),
    missing: note('list', 'missing'),
  },
  note('text', 'roomUrl'),
);
const briefing = compileTemplate(plan.briefing) as (scope: Scope) => Message;
const announcement = compileTemplate(plan.announcement) as (scope: Scope) => Message;
const channelName = compileValue(plan.channelName);

const deal = {
  Id: '006Hs00000BkXyzIAF',
  Name: 'Acme Q3 Enterprise',
  StageName: 'Closed Won',
  Amount: 75_000,
  ARR__c: 60_000.5,
  CloseDate: '2025-09-30',
  FiscalQuarter: 3,
  Type: 'Enterprise',
  Account: { Name: 'Acme Corp' },
  Owner: { Name: 'Kim Ro', Email: 'kim@acme.example' },
  SE__r: { Name: 'Sam Ode', Email: 'sam@acme.example' },
  CSM__r: null,
  Contract: { StartDate: '2025-10-01' },
  OpportunityContactRoles: {
    records: [
      { Contact: { Name: 'Ada <Byron>' }, Role: 'Economic Buyer' },
      { Contact: null, Role: 'Evaluator' },
      { Contact: { Name: 'Bo' }, Role: null },
    ],
  },
};
const parameters = {
  record_id: deal.Id,
  arr_field: 'ARR__c',
  se_field: 'SE__c',
  csm_field: 'CSM__c',
  extra_fields: ['NextStep:string:Next Step', 'Prob__c:percent:How sure', 'Gone__c'],
};
const notes = {
  instanceUrl: 'https://acme.my.salesforce.com',
  members: ['U0KIM', 'U0SAM'],
  missing: ['ana@acme.example'],
  extra: [{ NextStep: 'Sign & <send>', Prob__c: 90 }],
};

/** What Slack would read as markup, mentions by id and dates left out. */
function markupOf(blocks: unknown): string {
  const texts = JSON.stringify(blocks).match(/"type":"mrkdwn","text":"(\\.|[^"\\])*"/g) ?? [];
  return texts.join('\n').replaceAll(/<@[UW][A-Z0-9]+>|<!subteam\^S[A-Z0-9]+>|<!date\^\d+\^[^<>]*>/g, '');
}

describe('The briefing', () => {
  test('shows what the team needs to know', () => {
    const { text, blocks } = briefing(scopeOf({ record: deal, parameters, notes }));
    expect(text).toBe(
      'Acme Q3 Enterprise: Acme Corp, USD 75,000 <https://acme.my.salesforce.com/006Hs00000BkXyzIAF|View in Salesforce>',
    );
    const texts = JSON.stringify(blocks)
      .match(/"text":"[^"]*"/g)
      ?.map((found) => JSON.parse(`{${found}}`).text);
    expect(texts).toEqual([
      'Acme Q3 Enterprise',
      'Acme Q3 Enterprise is now in Closed Won. Here is what the team needs to know.',
      '*Account*\nAcme Corp',
      '*Amount*\nUSD 75,000',
      '*ARR*\nUSD 60,000.50',
      '*Contract start*\nOct 1, 2025',
      '*Close date*\nSep 30, 2025',
      '*Owner*\nKim Ro',
      '*Solutions engineer*\nSam Ode',
      '*Customer success*\n—',
      '*In this room*\n<@U0KIM> <@U0SAM>',
      '*Stakeholders*\n• Ada &lt;Byron&gt; (Economic Buyer)\n• Bo',
      '*More about it*\n*Next Step:* Sign &amp; &lt;send&gt;\n*How sure:* 90%\n*Gone__c:* —',
      'Could not add ana@acme.example',
      'View in Salesforce',
    ]);
  });

  test('has the same blocks when nothing is known', () => {
    const full = briefing(scopeOf({ record: deal, parameters, notes }));
    const empty = briefing(scopeOf());
    const shape = ({ blocks }: Message) => blocks.map(({ type }) => type);
    expect(shape(empty)).toEqual(shape(full));
    expect(JSON.stringify(empty)).toContain('Everyone is here');
    expect(findMessageProblems({ text: empty.text, blocks: empty.blocks })).toEqual([]);
  });

  test('carries headline, intro and the mark of a test', () => {
    const own = { ...parameters, headline: 'Ring the bell', intro: 'Well done, *team*! <!channel>' };
    const { blocks } = briefing(
      scopeOf({ record: deal, parameters: own, notes: { ...notes, testMark: 'TEST ' } }),
    );
    expect(blocks[0]).toMatchObject({ text: { text: 'TEST Ring the bell' } });
    expect(blocks[1]).toMatchObject({ text: { text: 'Well done, *team*! &lt;!channel&gt;' } });
  });

  test('names ten stakeholders, then says that there are more', () => {
    const records = Array.from({ length: 11 }, (_, at) => ({ Contact: { Name: `C${at}` }, Role: null }));
    const { blocks } = briefing(scopeOf({ record: { ...deal, OpportunityContactRoles: { records } } }));
    expect(JSON.stringify(blocks)).toContain('• C9\\n• and more');
    expect(JSON.stringify(blocks)).not.toContain('C10');
  });

  const amount = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constant(null),
  );
  const word = fc.option(nastyText);
  const person = fc.option(fc.record({ Name: word, Email: word }));
  const record = fc.record({
    Name: word,
    StageName: word,
    Amount: amount,
    ARR__c: fc.oneof(amount, word),
    CloseDate: fc.oneof(fc.constantFrom('2026-11-20', '2027-02-28'), word),
    FiscalQuarter: fc.oneof(fc.constantFrom(1, 4), word),
    Account: person,
    Owner: person,
    SE__r: person,
    OpportunityContactRoles: fc.option(
      fc.record({ records: fc.array(fc.record({ Contact: person, Role: word }), { maxLength: 12 }) }),
    ),
  });
  const inputs = fc.record({
    record_id: word,
    headline: word,
    intro: word,
    currency: fc.oneof(word, fc.constant('EUR')),
    channel_pattern: fc.oneof(word, fc.constant('deal-{account}-{name}')),
    arr_field: fc.constantFrom('ARR__c', 'Name', ''),
    se_field: fc.constantFrom('SE__c', 'Name'),
    extra_fields: fc.array(fc.oneof(word, fc.constantFrom('A:currency:B', 'Name:datetime:x')), {
      maxLength: 12,
    }),
  });
  const told = fc.record({
    instanceUrl: word,
    testMark: word,
    members: fc.array(fc.oneof(nastyText, fc.constant('U0A1')), { maxLength: 15 }),
    missing: fc.array(nastyText, { maxLength: 15 }),
    extra: fc.option(fc.array(fc.dictionary(fc.constantFrom('A', 'Name', 'b'), fc.oneof(word, amount)))),
  });

  test('is never refused by Slack, whatever the record, the inputs and the notes', () => {
    let checked = 0;
    fc.assert(
      fc.property(
        record,
        inputs,
        told,
        fc.constantFrom('en-US', 'de-DE', 'ja-JP', 'x'),
        (deal, given, known, locale) => {
          const scope = scopeOf({ record: deal, parameters: given, notes: known, locale });
          for (const { text, blocks } of [briefing(scope), announcement(scope)]) {
            expect(findMessageProblems({ text, blocks })).toEqual([]);
            expect(String(text).length).toBeLessThanOrEqual(3900);
            expect(markupOf(blocks)).not.toMatch(/<[!@#]/);
          }
          expect(String(channelName(scope)).length).toBeGreaterThan(0);
          checked += 1;
        },
      ),
      { seed: 20_261_120, numRuns: 1000 },
    );
    expect(checked).toBe(1000);
  });
});

describe('The room', () => {
  const scope = { parameters: { ...parameters, stages: ['Closed Won'] }, now: NOW };

  test('reads its facts in one query and what may be missing in two more', () => {
    expect(bindQuery(compileQuery(plan.facts), scope)).toBe(
      "SELECT Id, StageName, Owner.Email, Owner.Name, SE__r.Email, SE__r.Name, CSM__r.Email, CSM__r.Name, Account.Name, Name, FiscalQuarter, Type, Amount, CloseDate, ARR__c, Contract.StartDate, (SELECT Contact.Name, Role FROM OpportunityContactRoles ORDER BY IsPrimary DESC NULLS LAST, Id ASC NULLS LAST LIMIT 11) FROM Opportunity WHERE Id = '006Hs00000BkXyzIAF' LIMIT 1",
    );
    expect(bindQuery(compileQuery(plan.extras.team), scope)).toBe(
      "SELECT User.Email, User.Name, TeamMemberRole FROM OpportunityTeamMember WHERE OpportunityId = '006Hs00000BkXyzIAF' ORDER BY Id ASC NULLS LAST LIMIT 7",
    );
    expect(bindQuery(compileQuery(plan.extras.extra), scope)).toBe(
      "SELECT NextStep, Prob__c, Gone__c FROM Opportunity WHERE Id = '006Hs00000BkXyzIAF' LIMIT 1",
    );
  });

  test('is called after the deal', () => {
    expect(channelName(scopeOf({ record: deal, parameters }))).toBe('deal-Acme Corp-q3-Enterprise');
    expect(channelName(scopeOf({ record: { Account: null } }))).toBe('deal------');
  });

  test('wants owner, engineer, customer success, the team’s chosen roles and the emails given', () => {
    const emails = plan.people.map(({ email }) => compileValue(email));
    const team = [
      { User: { Email: 'a@x' }, TeamMemberRole: 'Executive Sponsor' },
      { User: { Email: 'b@x' }, TeamMemberRole: 'Lawyer' },
      { User: null, TeamMemberRole: 'Lawyer' },
    ];
    const who = (given: object) => {
      const scope = scopeOf({
        record: deal,
        parameters: { ...parameters, emails: ['legal@x'], ...given },
        notes: { team },
      });
      return emails.map((email) => email(scope)).filter((email) => email !== undefined && email !== null);
    };
    expect(who({ team_roles: ['lawyer'] })).toEqual([
      'kim@acme.example',
      'sam@acme.example',
      'b@x',
      'legal@x',
    ]);
    expect(who({})).toEqual(['kim@acme.example', 'sam@acme.example', 'a@x', 'b@x', 'legal@x']);
  });

  test('is asked for by the filter alone, and reads no input that its operation does not declare', () => {
    expect(
      bindQuery(compileQuery({ from: dealRoom.object, select: [], where: dealRoom.filter }), {
        parameters: {},
        now: NOW,
      }),
    ).toContain("WHERE StageName IN ('Closed Won') AND ((LastStageChangeDate >= 1970");
    const declared = new Map(openDealRoom.operation.inputs.map(({ key, type }) => [key, type]));
    expect(
      Object.keys(openDealRoom.operation.inputs.find(({ key }) => key === 'locale')?.choices ?? {}),
    ).toEqual(Object.keys(LOCALE_TEXT));
    const read = parametersUsed({ ...plan, facts: [], extras: [] } as never);
    expect([...read].filter(([name, type]) => declared.get(name) !== type)).toEqual([]);
  });
});

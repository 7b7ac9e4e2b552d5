import { describe, expect, test } from '@jest/globals';
import { isRecordId } from '../../../../shared/salesforce/record-id.ts';
import { sobjects } from '../schema/index.ts';
import { column, select, testOrg } from '../soql/test-org.ts';
import { sampleOrg } from './sample-org.ts';

const org = testOrg();

describe('the sample org', () => {
  test('every record has a valid id of its object, and every lookup finds its record', () => {
    for (const sobject of sobjects)
      for (const row of org.store.table(sobject.name).all()) {
        expect(isRecordId(String(row.Id)) && String(row.Id).startsWith(sobject.keyPrefix)).toBe(true);
        for (const field of sobject.fields.filter(({ type }) => type === 'reference')) {
          const id = row[field.name] ?? null;
          if (id === null) continue;
          const found = field.referenceTo.some((name) => org.store.table(name).get(String(id)) !== undefined);
          expect([sobject.name, row.Id, field.name, found]).toEqual([sobject.name, row.Id, field.name, true]);
        }
      }
  });

  test('no text is longer than its field', () => {
    for (const sobject of sobjects)
      for (const row of sampleOrg[sobject.name] ?? [])
        for (const { name, length } of sobject.fields)
          if (length > 0) expect(String(row[name] ?? '').length).toBeLessThanOrEqual(length);
  });

  test('the demo deal is open, one step from won, with everything a deal room shows', () => {
    const [deal] = select(
      org,
      "SELECT Name, StageName, IsClosed, Amount, ARR__c, CloseDate, Contract.StartDate, Contract_Start__c, Account.Name, Account.CSM__r.Email, Owner.Email, SE__r.Email, CSM__r.Email, Segment__c, (SELECT User.Email FROM OpportunityTeamMembers), (SELECT Contact.Email FROM OpportunityContactRoles) FROM Opportunity WHERE Id = '006Hs00000BkXyzIAF'",
    );
    expect(deal).toMatchObject({
      Name: 'Acme Q3 Enterprise',
      StageName: 'Negotiation/Review',
      IsClosed: false,
      Amount: 75_000,
      CloseDate: '2025-09-30',
      Account: { Name: 'Acme Corp', CSM__r: { Email: 'ana@acme.example' } },
      Contract: { StartDate: '2025-10-01' },
      Owner: { Email: 'kim@acme.example' },
      SE__r: { Email: 'sam@acme.example' },
      CSM__r: { Email: 'ana@acme.example' },
    });
    expect(deal.OpportunityTeamMembers.totalSize).toBe(3);
    expect(deal.OpportunityContactRoles.totalSize).toBe(2);
  });

  test('every active stage has an opportunity', () => {
    const used = new Set(column(org, 'SELECT StageName FROM Opportunity GROUP BY StageName', 'StageName'));
    for (const stage of column(org, 'SELECT ApiName FROM OpportunityStage WHERE IsActive = true', 'ApiName'))
      expect([stage, used.has(stage)]).toEqual([stage, true]);
  });

  test.each([
    [
      'deals in a won stage',
      'SELECT Id FROM Opportunity WHERE IsWon = true AND LastStageChangeDate >= 2026-11-20T21:00:00Z',
    ],
    ['a deal created as won', 'SELECT Id FROM Opportunity WHERE IsWon = true AND LastStageChangeDate = null'],
    ['escalated cases', 'SELECT Id FROM Case WHERE IsEscalated = true AND IsClosed = false'],
    [
      'a milestone about to be missed',
      'SELECT Id FROM CaseMilestone WHERE IsCompleted = false AND TargetDate >= 2026-11-20T22:00:00Z AND TargetDate <= 2026-11-20T22:30:00Z',
    ],
    ['a missed milestone', 'SELECT Id FROM CaseMilestone WHERE IsViolated = true'],
    [
      'deals of the fiscal quarter',
      "SELECT Id FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER AND StageName IN ('Proposal/Price Quote', 'Negotiation/Review')",
    ],
    [
      'silent renewals',
      'SELECT Id FROM Opportunity WHERE Renewal__c = true AND CloseDate >= TODAY AND CloseDate <= NEXT_N_DAYS:90 AND (LastActivityDate = null OR LastActivityDate < LAST_N_DAYS:30)',
    ],
    ['new leads', 'SELECT Id FROM Lead WHERE CreatedDate >= 2026-11-20T21:50:00Z AND IsConverted = false'],
    ['posts on records', 'SELECT Id FROM FeedItem WHERE CreatedDate = TODAY'],
    ['an inactive user', 'SELECT Id FROM User WHERE IsActive = false'],
    ['a user without email', 'SELECT Id FROM User WHERE Email = null'],
    [
      'the current quarter',
      "SELECT Id FROM Period WHERE Type = 'Quarter' AND StartDate <= TODAY AND EndDate >= TODAY",
    ],
    ['a closed task status', 'SELECT Id FROM TaskStatus WHERE IsClosed = true'],
    ['a name that pings', "SELECT Id FROM Account WHERE Name LIKE '<!channel>%'"],
  ])('has %s', (_what, soql) => {
    expect(select(org, soql).length).toBeGreaterThan(0);
  });

  test('a seed with an unknown object or field is refused', () => {
    expect(() => testOrg({ Nothing: [] })).toThrow(/unknown object: Nothing/);
    expect(() => testOrg({ Account: [{ Nmae: 'x' }] })).toThrow(/unknown field: Account.Nmae/);
  });
});

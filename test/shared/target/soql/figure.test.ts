import { expect, it } from '@jest/globals';
import { InvalidInputError } from '../../../../shared/error.ts';
import {
  and,
  equal,
  exists,
  field,
  InvalidTreeError,
  inFiscal,
  inQuery,
  namedField,
  not,
  parametersOf,
  type Query,
} from '../../../../shared/language/index.ts';
import { bindQuery } from '../../../../shared/target/soql/bind.ts';
import { compileQuery } from '../../../../shared/target/soql/compile.ts';
import { select, testOrg } from '../../../sandbox/salesforce/soql/test-org.ts';
import { NOW } from '../scope.ts';

const amount = field('number', 'Amount');
const stage = field('text', 'StageName');
const input = parametersOf({ object: 'text', role: 'text' });

function written(query: Query, parameters: Readonly<Record<string, unknown>> = {}): string {
  return bindQuery(compileQuery(query), { parameters, now: NOW });
}

it('Groups and figures are named in the rows that Salesforce answers', () => {
  const total = { figure: 'sum', of: amount, as: 'total' } as const;
  const soql = written({
    from: 'Opportunity',
    select: [],
    groupBy: [{ by: stage, as: 'stage' }],
    aggregates: [{ figure: 'count', of: field('text', 'Id'), as: 'deals' }, total],
    where: inFiscal(field('date', 'CloseDate'), 'quarter'),
    orderBy: [{ by: total, direction: 'descending' }],
  });
  expect(soql).toBe(
    'SELECT StageName stage, COUNT(Id) deals, SUM(Amount) total FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER GROUP BY StageName ORDER BY SUM(Amount) DESC NULLS LAST',
  );
  const rows = select(testOrg(), soql);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row).toMatchObject({ stage: expect.any(String), deals: expect.any(Number) });
});

it('Figures without groups make one row', () => {
  const soql = written({
    from: 'Opportunity',
    select: [],
    aggregates: [
      { figure: 'min', of: amount, as: 'least' },
      { figure: 'max', of: amount, as: 'most' },
    ],
  });
  expect(soql).toBe('SELECT MIN(Amount) least, MAX(Amount) most FROM Opportunity');
});

it('A group may be a field that an input names', () => {
  const soql = written(
    {
      from: 'Opportunity',
      select: [],
      groupBy: [{ by: namedField('text', 'csm_field', 'OwnerId'), as: 'person' }],
    },
    { csm_field: 'Account.CSM__c' },
  );
  expect(soql).toBe('SELECT Account.CSM__c person FROM Opportunity GROUP BY Account.CSM__c');
});

it('A query of groups selects nothing else, and its names are plain words', () => {
  const groupBy = [{ by: stage, as: 'stage' }];
  expect(() => compileQuery({ from: 'Opportunity', select: [stage], groupBy })).toThrow(InvalidTreeError);
  expect(() =>
    compileQuery({ from: 'Opportunity', select: [], groupBy: [{ by: stage, as: 'a b' }] }),
  ).toThrow(InvalidTreeError);
});

it('The object may be an input, and nothing but an API name can stand there', () => {
  const query: Query = { from: input('object'), select: [field('text', 'Id')], limit: 1 };
  expect(written(query, { object: 'Project__c' })).toBe('SELECT Id FROM Project__c LIMIT 1');
  expect(() => written(query, { object: 'Lead WHERE Id != null' })).toThrow(InvalidInputError);
  expect(() => written(query)).toThrow(InvalidInputError);
});

it('The count of rows may be an input, and a query without one is refused', () => {
  const most = parametersOf({ most: 'number' })('most');
  const query: Query = { from: 'Opportunity', select: [field('text', 'Id')], limit: most };
  expect(written(query, { most: 7 })).toBe('SELECT Id FROM Opportunity LIMIT 7');
  expect(() => written(query)).toThrow(InvalidInputError);
});

it('Semi-joins ask for lookups that another object holds, or does not', () => {
  const join = inQuery(field('text', 'AccountId'), {
    from: 'OpportunityTeamMember',
    select: field('text', 'OpportunityId'),
    where: equal(field('text', 'TeamMemberRole'), input('role')),
  });
  const where = (condition: Query['where']) =>
    written(
      { from: 'Opportunity', select: [stage], ...(condition && { where: condition }) },
      { role: "CSM's" },
    );
  const inner = "(SELECT OpportunityId FROM OpportunityTeamMember WHERE TeamMemberRole = 'CSM\\'s')";
  expect(where(and(exists(amount), join))).toBe(
    `SELECT StageName FROM Opportunity WHERE Amount != null AND AccountId IN ${inner}`,
  );
  expect(where(not(join))).toBe(`SELECT StageName FROM Opportunity WHERE AccountId NOT IN ${inner}`);
});

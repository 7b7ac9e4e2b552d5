import { describe, expect, test } from '@jest/globals';
import { NotExpressibleError } from '../../../../shared/error.ts';
import {
  and,
  between,
  type Condition,
  changed,
  choose,
  contains,
  endsWith,
  entered,
  equal,
  exists,
  fallback,
  field,
  greater,
  greaterOrEqual,
  InvalidTreeError,
  includes,
  inFiscal,
  isIn,
  less,
  lessOrEqual,
  literal,
  namedField,
  not,
  notEqual,
  note,
  now,
  or,
  parametersOf,
  type Query,
  startsWith,
  within,
} from '../../../../shared/language/index.ts';
import { bindQuery } from '../../../../shared/target/soql/bind.ts';
import { compileQuery } from '../../../../shared/target/soql/compile.ts';
import { NOW } from '../scope.ts';

const name = field('text', 'Name');
const amount = field('number', 'Amount');
const day = field('date', 'CloseDate');
const at = field('instant', 'SystemModstamp');
const won = field('boolean', 'IsWon');
const stage = field('text', 'StageName');
const changedAt = field('instant', 'LastStageChangeDate');
const input = parametersOf({
  stages: 'list',
  search: 'text',
  since: 'instant',
  until: 'instant',
  days: 'number',
  least: 'number',
  from: 'date',
});
const parameters = {
  stages: ["O'Brien \\", 'Closed Won'],
  search: '50%_',
  since: '2026-11-20T21:00:00.000+0100',
  until: '2026-11-20T22:00:00Z',
  days: 90,
  least: 3_000_000_000,
  from: '2026-01-01',
};

function sayQuery(query: Query): string {
  return bindQuery(compileQuery(query), { parameters, now: NOW });
}

function sayWhere(where: Condition): string {
  return sayQuery({ from: 'Opportunity', select: [field('text', 'Id')], where }).replace(/^.* WHERE /, '');
}

describe('Conditions are written as SOQL says them', () => {
  const window = { changedAt, since: input('since'), until: input('until') };
  test.each<readonly [Condition, string]>([
    [equal(name, 'Acme'), "Name = 'Acme'"],
    [notEqual(name, 'Acme'), "Name != 'Acme'"],
    [equal(literal('text', 'Acme'), name), "Name = 'Acme'"],
    [less(amount, 5), 'Amount < 5'],
    [lessOrEqual(amount, 0.5), 'Amount <= 0.5'],
    [greater(amount, input('least')), 'Amount > 3000000000.0'],
    [less(literal('number', 5), amount), 'Amount > 5'],
    [greaterOrEqual(at, input('since')), 'SystemModstamp >= 2026-11-20T20:00:00.000Z'],
    [less(at, now), 'SystemModstamp < 2026-11-20T22:05:07.000Z'],
    [greaterOrEqual(day, input('from')), 'CloseDate >= 2026-01-01'],
    [between(day, '2026-01-01', '2026-03-31'), '(CloseDate >= 2026-01-01 AND CloseDate <= 2026-03-31)'],
    [equal(won, true), 'IsWon = true'],
    [won, 'IsWon = true'],
    [isIn(stage, input('stages')), "StageName IN ('O\\'Brien \\\\', 'Closed Won')"],
    [isIn(stage, fallback(note('list', 'none'), literal('list', ['A']))), "StageName IN ('A')"],
    [isIn(amount, [1, 2]), 'Amount IN (1, 2)'],
    [contains(name, input('search')), "Name LIKE '%50\\%\\_%'"],
    [startsWith(name, 'A'), "Name LIKE 'A%'"],
    [endsWith(name, 'Z'), "Name LIKE '%Z'"],
    [exists(field('text', 'Account.Industry')), 'Account.Industry != null'],
    [within(day, 'last', 30), '(CloseDate >= 2026-10-21 AND CloseDate <= 2026-11-20)'],
    [within(day, 'next', input('days')), '(CloseDate >= 2026-11-21 AND CloseDate <= 2027-02-18)'],
    [within(day, 'before-last', 30), 'CloseDate < 2026-10-21'],
    [inFiscal(day, 'quarter'), 'CloseDate = THIS_FISCAL_QUARTER'],
    [inFiscal(day, 'year'), 'CloseDate = THIS_FISCAL_YEAR'],
    [and(won, or(equal(name, 'a'), equal(name, 'b'))), "IsWon = true AND (Name = 'a' OR Name = 'b')"],
    [or(won, and(equal(name, 'a'), won)), "IsWon = true OR (Name = 'a' AND IsWon = true)"],
    [and(won), 'IsWon = true'],
    [
      and(won, choose('boolean', [[exists(input('search')), or(equal(name, input('search')), won)]], true)),
      "IsWon = true AND (Name = '50%_' OR IsWon = true)",
    ],
    [
      and(won, choose('boolean', [[exists(note('text', 'none')), equal(name, note('text', 'none'))]], true)),
      'IsWon = true AND Id != null',
    ],
    [choose('boolean', [[exists(input('search')), false]], won), 'Id = null'],
    [entered(stage, literal('list', ['A'])), "StageName IN ('A')"],
    [
      entered(stage, literal('list', ['A']), window),
      "StageName IN ('A') AND ((LastStageChangeDate >= 2026-11-20T20:00:00.000Z AND LastStageChangeDate < 2026-11-20T22:00:00.000Z) OR (LastStageChangeDate = null AND CreatedDate >= 2026-11-20T20:00:00.000Z AND CreatedDate < 2026-11-20T22:00:00.000Z))",
    ],
    [
      or(won, entered(stage, literal('list', ['A']), { since: input('since') })),
      "IsWon = true OR (StageName IN ('A') AND CreatedDate >= 2026-11-20T20:00:00.000Z)",
    ],
    [
      entered(stage, literal('list', ['A']), { changedAt, since: note('instant', 'never') }),
      "StageName IN ('A') AND (LastStageChangeDate >= 1970-01-01T00:00:00.000Z OR (LastStageChangeDate = null AND CreatedDate >= 1970-01-01T00:00:00.000Z))",
    ],
  ])('%#: %j', (condition, soql) => {
    expect(sayWhere(condition)).toBe(soql);
  });

  test.each<readonly [Condition, string]>([
    [equal(name, 'a'), "Name != 'a'"],
    [notEqual(name, 'a'), "Name = 'a'"],
    [less(amount, 5), '(Amount >= 5 OR Amount = null)'],
    [greaterOrEqual(amount, 5), '(Amount < 5 OR Amount = null)'],
    [won, 'IsWon != true'],
    [isIn(stage, ['A']), "StageName NOT IN ('A')"],
    [startsWith(name, 'A'), "((NOT Name LIKE 'A%') OR Name = null)"],
    [exists(name), 'Name = null'],
    [between(amount, 1, 2), '(Amount < 1 OR Amount > 2 OR Amount = null)'],
    [within(day, 'before-last', 30), '(CloseDate >= 2026-10-21 OR CloseDate = null)'],
    [
      inFiscal(day, 'year'),
      '(CloseDate < THIS_FISCAL_YEAR OR CloseDate > THIS_FISCAL_YEAR OR CloseDate = null)',
    ],
    [and(won, exists(name)), 'IsWon != true OR Name = null'],
    [or(won, not(exists(name))), 'IsWon != true AND Name != null'],
    [not(won), 'IsWon = true'],
    [
      choose('boolean', [[exists(input('search')), and(won, exists(name))]], true),
      '(IsWon != true OR Name = null)',
    ],
    [choose('boolean', [[exists(note('text', 'none')), won]], true), 'Id = null'],
    [choose('boolean', [[exists(note('text', 'none')), won]], false), 'Id != null'],
  ])('%#: the opposite of %j, with what becomes of an empty field', (condition, soql) => {
    expect(sayWhere(not(condition))).toBe(soql);
  });
});

describe('Queries', () => {
  test('select each path once, order with empty values last, and take child rows along', () => {
    expect(
      sayQuery({
        from: 'Opportunity',
        select: [field('text', 'Id'), namedField('number', 'arr', 'Amount'), amount, field('text', 'ID')],
        children: [
          {
            relationship: 'OpportunityHistories',
            select: [field('instant', 'CreatedDate')],
            where: not(isIn(stage, input('stages'))),
            orderBy: [{ by: field('instant', 'CreatedDate'), direction: 'descending' }],
            limit: 1,
          },
        ],
        where: equal(field('text', 'Id'), '006'),
        orderBy: [
          { by: day, direction: 'ascending' },
          { by: field('text', 'Id'), direction: 'ascending' },
        ],
        limit: 200,
      }),
    ).toBe(
      "SELECT Id, Amount, (SELECT CreatedDate FROM OpportunityHistories WHERE StageName NOT IN ('O\\'Brien \\\\', 'Closed Won') ORDER BY CreatedDate DESC NULLS LAST LIMIT 1) FROM Opportunity WHERE Id = '006' ORDER BY CloseDate ASC NULLS LAST, Id ASC NULLS LAST LIMIT 200",
    );
  });

  test('select the fields that inputs name, and Id when there is none', () => {
    const arr = namedField('number', 'arr', '');
    const text = compileQuery({
      from: 'Opportunity',
      select: [arr],
      where: greater(namedField('number', 'arr', 'Amount'), 5),
    });
    expect(bindQuery(text, { parameters: { arr: 'ARR__c' }, now: NOW })).toBe(
      'SELECT ARR__c FROM Opportunity WHERE ARR__c > 5',
    );
    expect(bindQuery(text, { parameters: {}, now: NOW })).toBe('SELECT Id FROM Opportunity WHERE Amount > 5');
  });

  test('are pieces whose constants are written out and whose inputs are not', () => {
    expect(
      compileQuery({
        from: 'Lead',
        select: [],
        where: and(equal(name, "a'"), equal(stage, input('search'))),
      }),
    ).toEqual({
      parts: [
        'SELECT ',
        { fields: [] },
        " FROM Lead WHERE Name = 'a\\'' AND StageName = ",
        { value: input('search'), as: 'text' },
      ],
    });
  });
});

describe('What a query cannot say is refused when it is built, with its place', () => {
  const cases: readonly (readonly [Condition, string, string])[] = [
    [and(won, changed(stage)), 'changed', 'query.where.conditions[1]'],
    [includes(input('stages'), stage), 'includes', 'query.where'],
    [equal(name, field('text', 'Other')), 'field', 'query.where'],
    [equal(input('search'), 'x'), 'parameter', 'query.where'],
    [not(entered(stage, input('stages'))), 'entered', 'query.where.condition'],
    [exists(input('search')), 'parameter', 'query.where.value'],
    [exists(field('list', 'OpportunityContactRoles')), 'field', 'query.where.value'],
    [choose('boolean', [[won, true]], false), 'choose', 'query.where'],
    [less(amount, namedField('number', 'arr', 'Amount')), 'named-field', 'query.where'],
  ];
  test.each(cases)('%j', (where, node, path) => {
    const build = () => compileQuery({ from: 'Opportunity', select: [], where });
    expect(build).toThrow(NotExpressibleError);
    expect(build).toThrow(
      expect.objectContaining({ target: 'soql', node, path, code: 'dealwire_not_expressible' }),
    );
  });

  test.each<readonly [string, Query]>([
    ['an object that is none', { from: 'Opp; DROP', select: [] }],
    ['a field that is none', { from: 'A', select: [field('text', 'Name FROM X--')] }],
    ['a list as a column', { from: 'A', select: [field('list', 'Contacts')] }],
    ['a limit of nothing', { from: 'A', select: [], limit: 0 }],
    ['two types compared', { from: 'A', select: [], where: equal(name, literal('number', 5) as never) }],
    ['a missing value', { from: 'A', select: [], where: equal(name, '') }],
    ['an empty list', { from: 'A', select: [], where: isIn(name, literal('list', [])) }],
    ['a date that is none', { from: 'A', select: [], where: equal(day, 'soon') }],
  ])('%s', (_, query) => {
    expect(() => compileQuery(query)).toThrow(InvalidTreeError);
  });
});

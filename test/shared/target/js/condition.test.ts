import { describe, expect, test } from '@jest/globals';
import {
  and,
  between,
  type Condition,
  changed,
  contains,
  endsWith,
  entered,
  equal,
  exists,
  field,
  greater,
  greaterOrEqual,
  includes,
  inFiscal,
  isIn,
  less,
  lessOrEqual,
  literal,
  not,
  notEqual,
  now,
  or,
  parametersOf,
  startsWith,
  within,
} from '../../../../shared/language/index.ts';
import { compileCondition } from '../../../../shared/target/js/compile.ts';
import type { Scope } from '../../../../shared/target/js/scope.ts';
import { scopeOf } from '../scope.ts';

const name = field('text', 'Name');
const amount = field('number', 'Amount');
const day = field('date', 'CloseDate');
const at = field('instant', 'CreatedDate');
const won = field('boolean', 'IsWon');
const roles = field('list', 'OpportunityContactRoles');
const stage = field('text', 'StageName');
const input = parametersOf({
  stages: 'list',
  search: 'text',
  since: 'instant',
  until: 'instant',
  days: 'number',
});

type Case = readonly [condition: Condition, record: Scope['record'], holds: boolean];

function check(cases: readonly Case[], parts: Partial<Scope> = {}): void {
  for (const [condition, record, holds] of cases)
    expect([record, compileCondition(condition)(scopeOf({ ...parts, record }))]).toEqual([record, holds]);
}

describe('Comparisons', () => {
  test('compare texts whatever the case of A to Z, and only of those', () => {
    check([
      [equal(name, 'Closed Won'), { Name: 'closed WON' }, true],
      [equal(name, 'É'), { Name: 'é' }, false],
      [equal(name, 'a '), { Name: 'a' }, false],
      [notEqual(name, 'A'), { Name: 'a' }, false],
      [notEqual(name, 'b'), { Name: 'a' }, true],
    ]);
  });

  test('hold a missing value to equal nothing and to differ from everything', () => {
    for (const missing of [null, undefined, ''])
      check([
        [equal(name, 'a'), { Name: missing }, false],
        [notEqual(name, 'a'), { Name: missing }, true],
        [equal(name, field('text', 'Other')), { Name: missing, Other: missing }, false],
        [notEqual(name, field('text', 'Other')), { Name: missing, Other: missing }, true],
      ]);
    check([
      [less(amount, 5), { Amount: null }, false],
      [greaterOrEqual(amount, 5), { Amount: null }, false],
      [not(less(amount, 5)), { Amount: null }, true],
      [equal(won, false), { IsWon: null }, false],
    ]);
  });

  test('order numbers, days and points in time', () => {
    check([
      [less(amount, 10), { Amount: 9.5 }, true],
      [lessOrEqual(amount, 10), { Amount: 10 }, true],
      [greater(amount, -1), { Amount: -1 }, false],
      [greaterOrEqual(amount, 0), { Amount: 0 }, true],
      [less(day, '2026-11-20'), { CloseDate: '2026-11-19' }, true],
      [equal(day, '2026-11-20'), { CloseDate: '2026-11-20' }, true],
      [equal(at, '2026-11-20T22:00:00Z'), { CreatedDate: '2026-11-20T23:00:00.000+0100' }, true],
      [less(at, now), { CreatedDate: '2026-11-20T22:05:06.999+0000' }, true],
      [less(at, now), { CreatedDate: '2026-11-20T22:05:07.000+0000' }, false],
      [equal(amount, 5), { Amount: '5' }, false],
      [equal(day, '2026-11-20'), { CloseDate: 'soon' }, false],
    ]);
  });

  test('put both ends inside a range', () => {
    const range = between(day, '2026-01-01', '2026-12-31');
    check([
      [range, { CloseDate: '2026-01-01' }, true],
      [range, { CloseDate: '2026-12-31' }, true],
      [range, { CloseDate: '2027-01-01' }, false],
      [range, { CloseDate: null }, false],
    ]);
  });
});

describe('Texts and lists', () => {
  test('are searched whatever the case of A to Z', () => {
    check(
      [
        [contains(name, input('search')), { Name: 'Big 50%_Deal' }, true],
        [startsWith(name, input('search')), { Name: '50%_deal' }, true],
        [startsWith(name, input('search')), { Name: 'a 50%_' }, false],
        [endsWith(name, input('search')), { Name: 'the 50%_' }, true],
        [contains(name, input('search')), { Name: null }, false],
        [contains(name, input('search')), { Name: '50xy' }, false],
      ],
      { parameters: { search: '50%_' } },
    );
    check([[contains(name, input('search')), { Name: 'a' }, false]], { parameters: { search: '' } });
  });

  test('hold a value by comparison in "in", exactly in "includes"', () => {
    const parameters = { stages: ['Closed Won', 'Signed', null] };
    check(
      [
        [isIn(stage, input('stages')), { StageName: 'closed won' }, true],
        [includes(input('stages'), stage), { StageName: 'closed won' }, false],
        [includes(input('stages'), stage), { StageName: 'Signed' }, true],
        [isIn(stage, input('stages')), { StageName: null }, false],
        [includes(input('stages'), stage), { StageName: null }, false],
        [isIn(amount, [1, 2]), { Amount: 2 }, true],
      ],
      { parameters },
    );
    check([[isIn(stage, input('stages')), { StageName: 'Signed' }, false]], { parameters: { stages: [] } });
    check([[isIn(stage, input('stages')), { StageName: 'Signed' }, false]]);
  });

  test('exist unless they are null, undefined or empty', () => {
    check([
      [exists(name), { Name: ' ' }, true],
      [exists(name), { Name: '' }, false],
      [exists(name), {}, false],
      [exists(amount), { Amount: 0 }, true],
      [exists(won), { IsWon: false }, true],
      [exists(roles), { OpportunityContactRoles: null }, false],
      [exists(roles), { OpportunityContactRoles: { records: [] } }, false],
      [exists(roles), { OpportunityContactRoles: { records: [{}] } }, true],
      [exists(field('text', 'Account.Name')), { Account: null }, false],
      [exists(field('text', 'constructor.name')), {}, false],
    ]);
  });
});

test('Conditions combine', () => {
  const yes = literal('boolean', true);
  const no = literal('boolean', false);
  check([
    [and(yes, yes), {}, true],
    [and(yes, no), {}, false],
    [or(no, yes), {}, true],
    [or(no, no), {}, false],
    [not(no), {}, true],
    [won, { IsWon: true }, true],
    [won, { IsWon: 'true' }, false],
  ]);
});

describe('Spans of days', () => {
  test('count from today in UTC', () => {
    check(
      [
        [within(day, 'last', 30), { CloseDate: '2026-11-20' }, true],
        [within(day, 'last', 30), { CloseDate: '2026-10-21' }, true],
        [within(day, 'last', 30), { CloseDate: '2026-10-20' }, false],
        [within(day, 'last', 30), { CloseDate: '2026-11-21' }, false],
        [within(day, 'before-last', 30), { CloseDate: '2026-10-20' }, true],
        [within(day, 'before-last', 30), { CloseDate: '2026-10-21' }, false],
        [within(day, 'next', input('days')), { CloseDate: '2026-11-20' }, false],
        [within(day, 'next', input('days')), { CloseDate: '2027-02-18' }, true],
        [within(day, 'next', input('days')), { CloseDate: '2027-02-19' }, false],
        [within(day, 'next', 1), { CloseDate: null }, false],
      ],
      { parameters: { days: 90 } },
    );
    check([[within(day, 'next', input('days')), { CloseDate: '2026-11-21' }, false]]);
  });

  test.each([
    [1, '2026-10-01', '2026-12-31', '2026-01-01', '2026-12-31'],
    [2, '2026-11-01', '2027-01-31', '2026-02-01', '2027-01-31'],
    [12, '2026-09-01', '2026-11-30', '2025-12-01', '2026-11-30'],
  ])('follow a fiscal year that starts in month %i', (start, quarterFrom, quarterTo, yearFrom, yearTo) => {
    const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
    const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    check(
      [
        [inFiscal(day, 'quarter'), { CloseDate: quarterFrom }, true],
        [inFiscal(day, 'quarter'), { CloseDate: quarterTo }, true],
        [inFiscal(day, 'quarter'), { CloseDate: dayBefore(quarterFrom) }, false],
        [inFiscal(day, 'quarter'), { CloseDate: dayAfter(quarterTo) }, false],
        [inFiscal(day, 'year'), { CloseDate: yearFrom }, true],
        [inFiscal(day, 'year'), { CloseDate: yearTo }, true],
        [inFiscal(day, 'year'), { CloseDate: dayBefore(yearFrom) }, false],
        [inFiscal(day, 'year'), { CloseDate: dayAfter(yearTo) }, false],
        [inFiscal(day, 'year'), { CloseDate: null }, false],
      ],
      { fiscalYearStartMonth: start },
    );
  });
});

describe('Changes', () => {
  test('touch the fields they list, and all fields of a new record', () => {
    const update = (...fields: string[]) => ({ change: { type: 'update' as const, fields } });
    check([[changed(stage), {}, true]], update('StageName', 'Amount'));
    check([[changed(stage), {}, false]], update('Amount', 'StageNameX'));
    check([[changed(name), {}, true]], update('Name.LastName'));
    check([[changed(stage), {}, true]], { change: { type: 'create', fields: [] } });
    check([[changed(stage), {}, true]], { change: { type: 'undelete', fields: [] } });
    check([[changed(stage), {}, false]]);
  });

  const entry = entered(stage, input('stages'), {
    history: 'OpportunityHistories',
    changedAt: field('instant', 'LastStageChangeDate'),
    since: input('since'),
    until: input('until'),
  });
  const stages = ['Closed Won'];

  test('enter a state when they touch it', () => {
    const change = { type: 'update' as const, fields: ['StageName'] };
    check([[entry, { StageName: 'Closed Won' }, true]], { parameters: { stages }, change });
    check([[entry, { StageName: 'Closed Lost' }, false]], { parameters: { stages }, change });
    check([[entry, { StageName: 'Closed Won' }, false]], {
      parameters: { stages },
      change: { type: 'update', fields: ['Amount'] },
    });
  });

  test('enter a state inside the window only, by creation when the state never changed', () => {
    const parameters = { stages, since: '2026-11-20T10:00:00Z', until: '2026-11-20T11:00:00Z' };
    const won = (changedAt: string | null, created = '2026-11-01T00:00:00.000+0000') => ({
      StageName: 'Closed Won',
      LastStageChangeDate: changedAt,
      CreatedDate: created,
    });
    check(
      [
        [entry, won('2026-11-20T10:00:00.000+0000'), true],
        [entry, won('2026-11-20T09:59:59.000+0000'), false],
        [entry, won('2026-11-20T11:00:00.000+0000'), false],
        [entry, won(null), false],
        [entry, won(null, '2026-11-20T10:30:00.000+0000'), true],
        [entry, { StageName: 'Closed Won' }, false],
      ],
      { parameters },
    );
    check([[entry, { StageName: 'Closed Won' }, true]], { parameters: { stages } });
  });
});

import { describe, expect, test } from '@jest/globals';
import {
  and,
  append,
  beforeFirst,
  changed,
  childField,
  concat,
  each,
  entered,
  equal,
  exists,
  extract,
  field,
  fieldsOf,
  fieldsUsed,
  InvalidTreeError,
  inQuery,
  isIn,
  itemAt,
  itemFieldsOf,
  keep,
  literal,
  namedField,
  numberText,
  objectType,
  or,
  parametersOf,
  queryText,
  rows,
  slug,
  truncate,
} from '../../../shared/language/index.ts';
import { compileCondition, compileTemplate, compileValue } from '../../../shared/target/js/compile.ts';
import { scopeOf } from '../target/scope.ts';

const name = field('text', 'Name');

describe('A builder refuses at once', () => {
  test.each<readonly [string, () => unknown]>([
    ['no conditions', () => and()],
    ['no alternatives', () => or()],
    ['an empty list', () => isIn(name, [])],
    ['a change of something else than a field', () => changed(concat('a'))],
    ['a state that is no field', () => entered(concat('a'), literal('list', ['x']))],
    ['a length of nothing', () => truncate(name, 0)],
    ['half a length', () => slug(name, 1.5)],
    ['seven decimals', () => numberText(field('number', 'n'), 7)],
    ['a dollar sign in a replacement', () => keep(name, 'a', '$1')],
    ['no rows', () => rows(literal('list', []), name, 0, 'more')],
    ['JSON of no rows', () => each(literal('list', []), {}, 0)],
    ['no lists', () => append()],
    ['a position before the first', () => itemAt('text', literal('list', []), -1)],
    ['a child row before the first', () => childField('text', 'Roles', -1, 'Name')],
    ['a group in a pattern', () => extract(name, '(a)')],
    ['an anchor in a pattern', () => extract(name, '^a')],
    [
      'a semi-join on tasks',
      () => inQuery(name, { from: 'Task', select: field('text', 'WhatId'), where: exists(name) }),
    ],
    ['a separator of two characters', () => beforeFirst(name, '::')],
    ['a field that the object lacks', () => fieldsOf(objectType('A', { Id: 'text' }))('Nope' as 'Id')],
    [
      'an item field that the object lacks',
      () => itemFieldsOf(objectType('A', { Id: 'text' }))('Nope' as 'Id'),
    ],
  ])('%s', (_, build) => {
    expect(build).toThrow(InvalidTreeError);
  });
});

describe('A tree that no builder made is refused when it is compiled, with its path', () => {
  const cyclic: { kind: string; type: string; parts: unknown[] } = {
    kind: 'concat',
    type: 'text',
    parts: [],
  };
  cyclic.parts.push(cyclic);
  const input = (type: 'text' | 'list') => parametersOf({ stages: type })('stages');
  test.each<readonly [string, unknown, string]>([
    ['an unknown kind', { kind: 'regex', type: 'text' }, 'template'],
    ['an inherited kind', { kind: 'toString', type: 'text' }, 'template'],
    ['a missing part', { kind: 'truncate', type: 'text', length: 5 }, 'template.value'],
    ['a part that is no list', { a: [{ kind: 'and', type: 'boolean' }] }, 'template.a[0]'],
    ['a part that is text', { kind: 'escape', type: 'text', value: 'x' }, 'template.value'],
    ['a tree that contains itself', { a: cyclic }, 'template.a.parts[0]'],
    ['an input read as two types', [input('text'), input('list')], 'template[1]'],
    ['a function', { a: () => 'x' }, 'template.a'],
    ['nothing', { a: undefined }, 'template.a'],
  ])('%s', (_, tree, path) => {
    expect(() => compileTemplate(tree as never)).toThrow(
      expect.objectContaining({ path, code: 'dealwire_invalid_tree' }),
    );
  });

  test('whatever is compiled', () => {
    expect(() => compileValue({ kind: 'no', type: 'text' } as never)).toThrow(/"no" at expression:/);
    expect(() => compileCondition({ kind: 'no', type: 'boolean' } as never)).toThrow(/"no" at condition:/);
  });
});

test('Nodes cannot be changed', () => {
  for (const node of [
    name,
    and(equal(name, 'a')),
    concat('a', name),
    literal('text', 'x'),
    namedField('text', 'a', 'B'),
  ])
    expect(Object.isFrozen(node)).toBe(true);
});

test('A template leaves out what is missing and keeps what is written plainly', () => {
  const missing = field('text', 'Nothing');
  const template = {
    a: missing,
    b: null,
    c: '',
    d: [missing, 1, name],
    e: { f: missing },
    g: field('list', 'L'),
    h: equal(name, 'x'),
  };
  expect(compileTemplate(template)(scopeOf({ record: { Name: 'n', Nothing: '' } }))).toEqual({
    b: null,
    c: '',
    d: [null, 1, 'n'],
    e: {},
    g: [],
    h: false,
  });
  expect(compileTemplate(missing)(scopeOf())).toBeUndefined();
});

test('The rows of a list stand among the items of an array, whole and in order', () => {
  const row = itemFieldsOf(objectType('Row', { Name: 'text', Amount: 'number' }));
  const template = [
    { head: name },
    each(field('list', 'Rows'), { name: row('Name'), sum: [row('Amount')] }, 2),
    'end',
  ];
  const records = [{ Name: 'a', Amount: 0 }, { Name: null }, { Name: 'c' }];
  const filled = compileTemplate(template);
  expect(filled(scopeOf({ record: { Name: 'n', Rows: { records } } }))).toEqual([
    { head: 'n' },
    { name: 'a', sum: [0] },
    { sum: [null] },
    'end',
  ]);
  expect(filled(scopeOf({ record: { Rows: null } }))).toEqual([{}, 'end']);
  expect(fieldsUsed(template).children).toEqual({ Rows: [field('text', 'Name'), field('number', 'Amount')] });
});

test('What a template reads makes its SELECT, once each, child rows apart and other objects’ fields not at all', () => {
  const Contact = objectType('Contact', { Name: 'text' });
  const Role = objectType('Role', { Contact: { parent: () => Contact }, Role: 'text' });
  const row = itemFieldsOf(Role);
  const stage = entered(field('text', 'StageName'), literal('list', ['A']), {
    changedAt: field('instant', 'LastStageChangeDate'),
    since: literal('instant', '2026-11-20T00:00:00Z'),
  });
  const used = fieldsUsed({
    a: name,
    b: [concat(name, field('text', 'Account.Name')), namedField('text', 'csm', '', 'Email')],
    c: rows(field('list', 'Roles'), concat(row('Contact.Name'), row('Role')), 3, 'more'),
    d: stage,
    e: queryText({ from: 'X', select: [field('text', 'OfX')] }),
  });
  expect(used.fields).toEqual([
    name,
    field('text', 'Account.Name'),
    namedField('text', 'csm', '', 'Email'),
    field('text', 'StageName'),
    field('instant', 'LastStageChangeDate'),
    field('instant', 'CreatedDate'),
  ]);
  expect(used.children).toEqual({ Roles: [field('text', 'Contact.Name'), field('text', 'Role')] });
});

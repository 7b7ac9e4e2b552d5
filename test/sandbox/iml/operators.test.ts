import { describe, expect, test } from '@jest/globals';
import { evaluate, type ImlEnvironment, renderTemplate } from './iml.ts';

const environment: ImlEnvironment = {
  variables: {
    a: { b: { c: 'deep' }, 'with blank': 1, '0': 'zero' },
    list: ['x', 'y'],
    early: new Date('2026-01-01T00:00:00.000Z'),
    late: new Date('2026-01-02T00:00:00.000Z'),
    sameAsEarly: new Date('2026-01-01T00:00:00.000Z'),
    none: [],
    object: {},
    blank: '',
    text: 'abc',
    '1': { name: 'Ann', 'First Name': 'Bea', '0': 'zero', items: [{ v: 1 }] },
  },
  now: () => Date.parse('2026-11-20T22:00:00.000Z'),
  timezone: 'UTC',
  random: () => 0.25,
  uuid: () => '11111111-1111-4111-8111-111111111111',
};
const code = (expression: string) => evaluate(expression, environment, 'imljson');
const mapper = (expression: string) => evaluate(expression, environment, 'mapper');

describe('paths', () => {
  test.each([
    ['a.b.c', 'deep'],
    ['a.`with blank`', 1],
    ['a.`0`', 'zero'],
    ['a.missing.deeper', undefined],
    ['missing[3].x', undefined],
    ['list[2]', 'y'],
    ['list[3]', undefined],
    ['list[0]', undefined],
    ['a.constructor', undefined],
    ['a.__proto__', undefined],
    ['text.missing', undefined],
    ['toString', undefined],
  ])('%s is read', (expression, value) => expect(code(expression)).toBe(value));

  test('the mapper reads module ids, backticked names and whole bundles', () => {
    expect(mapper('1.name')).toBe('Ann');
    expect(mapper('1.`First Name`')).toBe('Bea');
    expect(mapper('1.`0`')).toBe('zero');
    expect(mapper('1.items[].v')).toBe(1);
    expect(mapper('`1`')).toBe(environment.variables[1]);
    expect(mapper('7.name')).toBeUndefined();
    expect(mapper('1.5 + 1')).toBe(2.5);
  });
});

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['0.1 + 0.2', 0.3],
    ['0.1 * 3', 0.3],
    ['1.1 % 0.4', 0.3],
    ['7 % 4', 3],
    ['1 / 8', 0.125],
    ['10 - 2 - 3', 5],
    ["'5' - 2", 3],
    ["'5' ++ '2'", 7],
    ["5 + '2'", '52'],
    ["true + 'x'", 'truex'],
    ["null + 'x'", 'x'],
    ['null + null', null],
    ['5 + null', 5],
    ['1 - -2', 3],
    ['"0" = 0', true],
    ["'abc' = 1", false],
    ["'abc' = 'abc'", true],
    ["'abc' = 'ABC'", false],
    ['null = undefined', true],
    ["null = 'x'", false],
    ["missing != 'x'", true],
    ['early = sameAsEarly', true],
    ['early < late', true],
    ['early >= late', false],
    ['2 <= 2', true],
    ['now < addMinutes(now, 15)', true],
    ['1 = 1 & 2 = 3 | 4 = 4', true],
    ['1 = 2 & (2 = 2 | 4 = 4)', false],
    ['!true', false],
    ['!(1 = 2)', true],
    ['!none', false],
    ['!blank', true],
    ["'' || 'x'", 'x'],
    ["'first' || 'x'", 'first'],
    ['missing || undefined', undefined],
    ["if(none, 'yes', 'no')", 'yes'],
    ["if(object, 'yes', 'no')", 'yes'],
    ["if('0', 'yes', 'no')", 'yes'],
    ["if(0, 'yes', 'no')", 'no'],
    ["if(text && 1, 'yes', 'no')", 'yes'],
    ["if(!(text && blank), 'yes', 'no')", 'yes'],
    ['1=1', true],
  ])('%s', (expression, value) => expect(code(expression)).toStrictEqual(value));

  test('the three spellings of equality are one, and so are those of the logical operators', () => {
    for (const spelling of ['=', '==', '===']) expect(code(`"0" ${spelling} 0`)).toBe(true);
    for (const spelling of ['!=', '!==']) expect(code(`1 ${spelling} 2`)).toBe(true);
    for (const spelling of ['&', '&&']) expect(code(`true ${spelling} false`)).toBe(false);
    for (const spelling of ['|', '||']) expect(code(`true ${spelling} false`)).toBe(true);
  });

  test('if and ifempty evaluate only what they need; switch and the logical operators evaluate all', () => {
    expect(code("if(true, 'x', first(none))")).toBe('x');
    expect(code("ifempty('x', first(none))")).toBe('x');
    expect(() => code("switch('a', 'a', 1, 'b', first(none), 2)")).toThrow('empty array');
    expect(() => code("false && first(none) = 'a'")).toThrow('empty array');
  });
});

describe('keywords', () => {
  test.each([
    ['erase', null],
    ['ignore', undefined],
    ['undefined', undefined],
    ['emptystring', ''],
    ['emptyarray', []],
    ['space', ' '],
    ['nbsp', '\u00a0'],
    ['tab', '\t'],
    ['newline', '\n'],
    ['carriagereturn', '\r'],
    ['pi', Math.PI],
    ['timestamp', 1795212000],
    ['random', 0.25],
    ['uuid', '11111111-1111-4111-8111-111111111111'],
    ['now', new Date('2026-11-20T22:00:00.000Z')],
  ])('%s', (expression, value) => expect(code(expression)).toStrictEqual(value));

  test('random and uuid without their functions say which one is missing', () => {
    const bare: ImlEnvironment = { variables: {}, now: () => 0, timezone: 'UTC' };
    expect(() => evaluate('uuid', bare, 'imljson')).toThrow('gives no `uuid` function');
    expect(() => evaluate('random', bare, 'imljson')).toThrow('gives no `random` function');
  });

  test('undefined is no keyword of the mapper', () => {
    expect(mapper('lower(undefined)')).toBe('undefined');
  });
});

describe('templates', () => {
  const render = (template: string) => renderTemplate(template, environment, 'imljson');

  test('exactly one expression keeps its type', () => {
    expect(render('{{list}}')).toBe(environment.variables.list);
    expect(render('{{ 1 + 1 }}')).toBe(2);
    expect(render('{{null}}')).toBeNull();
    expect(render('{{missing}}')).toBeUndefined();
    expect(render('{{early}}')).toBeInstanceOf(Date);
  });

  test('anything else becomes text, in which nothing prints nothing and dates print as ISO 8601', () => {
    expect(render('a{{1}}b{{true}}')).toBe('a1btrue');
    expect(render('{{1}}{{2}}')).toBe('12');
    expect(render('<{{null}}{{missing}}>')).toBe('<>');
    expect(render('at {{early}}')).toBe('at 2026-01-01T00:00:00.000Z');
    expect(render('')).toBe('');
    expect(render('no expression }} here')).toBe('no expression }} here');
    expect(render('{"a":{"b":{{1}}}}')).toBe('{"a":{"b":1}}');
  });
});

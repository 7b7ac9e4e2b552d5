import { describe, expect, test } from '@jest/globals';
import {
  evaluate,
  type ImlEnvironment,
  ImlError,
  ImlLimitError,
  ImlSyntaxError,
  parseTemplate,
  renderTemplate,
  renderTree,
} from './iml.ts';
import { LIMITS } from './limit.ts';

const environment: ImlEnvironment = {
  variables: { body: { name: 'Ann', amount: 3, items: ['x'], nothing: null }, big: 'x'.repeat(1_000_000) },
  now: () => 0,
  timezone: 'UTC',
};
const render = (template: string) => renderTemplate(template, environment, 'imljson');

describe('syntax errors give the position and what was expected', () => {
  test.each([
    ['{{', 2, 'a value'],
    ['{{}}', 2, 'a value'],
    ['a{{1', 4, 'an operator or "}}"'],
    ['{{1 +}}', 5, 'a value'],
    ['{{1 2}}', 4, 'an operator or "}}"'],
    ["{{'abc}}", 8, "a closing '"],
    ['{{lower(body.name}}', 17, 'an operator, "," or ")"'],
    ['{{(1 + 2}}', 8, 'an operator or ")"'],
    ['{{body.}}', 7, 'a name, or one in backticks'],
    ['{{body.`}}', 7, 'a name between backticks'],
    ['{{now.x}}', 5, 'an operator or the end, since now has no fields'],
    ['{{a ? 1 : 2}}', 4, 'an operator or "}}"'],
    ['{{a = = b}}', 6, 'a value'],
  ])('%s', (template, position, expected) => {
    const caught = () => render(template);
    expect(caught).toThrow(ImlSyntaxError);
    expect(caught).toThrow(`expected ${expected} at position ${position},`);
  });

  test.each([
    'lower(1.name upper)',
    'lower("a)',
    'if(1.a && 1.b; a; b)',
    "lower('a')",
    'lower(a (b) c)',
    '!1.a',
  ])('%s is no expression of the mapper', (expression) => {
    expect(() => evaluate(expression, environment, 'mapper')).toThrow(ImlSyntaxError);
  });
});

describe('renderTree', () => {
  const tree = (json: unknown) => renderTree(json, environment, 'imljson');

  test('renders every text, leaves keys of undefined out, keeps null, and makes undefined items null', () => {
    expect(
      tree({
        a: '{{body.missing}}',
        b: '{{null}}',
        c: ['{{body.missing}}', 'x{{body.amount}}', 1, true, null],
        d: { e: '' },
      }),
    ).toStrictEqual({ b: null, c: [null, 'x3', 1, true, null], d: { e: '' } });
    expect(tree('{{body.missing}}')).toBeUndefined();
    expect(tree('{{body.items}}')).toEqual(['x']);
  });

  test('spreads before and after other keys', () => {
    expect(tree({ z: 1, '{{...}}': "{{omit(body, 'items')}}" })).toEqual({
      z: 1,
      name: 'Ann',
      amount: 3,
      nothing: null,
    });
  });

  test('keeps a key named __proto__ as a plain key', () => {
    const rendered = tree(JSON.parse('{"__proto__":{"a":"{{body.name}}"}}')) as object;
    expect(Object.hasOwn(rendered, '__proto__')).toBe(true);
    expect(JSON.stringify(rendered)).toBe('{"__proto__":{"a":"Ann"}}');
  });

  test('refuses cycles, depth and size with the name of the limit', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect(() => tree(cyclic)).toThrow('contains itself');
    let deep: unknown = 'x';
    for (let level = 0; level < 200; level += 1) deep = [deep];
    expect(() => tree(deep)).toThrow('the limit treeDepth is 100');
    expect(() => tree(Array.from({ length: LIMITS.treeSize + 1 }, () => 1))).toThrow('the limit treeSize');
  });

  test('renders the same object at two places', () => {
    const shared = { a: '{{body.name}}' };
    expect(tree([shared, shared])).toEqual([{ a: 'Ann' }, { a: 'Ann' }]);
  });
});

describe('limits', () => {
  test.each([
    ['a long template', () => render('x'.repeat(LIMITS.templateLength + 1)), 'templateLength'],
    ['deep parentheses', () => render(`{{${'('.repeat(500)}1${')'.repeat(500)}}}`), 'expressionDepth'],
    ['deep negation', () => render(`{{${'!'.repeat(5000)}1}}`), 'expressionDepth'],
    ['deep calls', () => render(`{{${'lower('.repeat(5000)}1}}`), 'expressionDepth'],
    ['many operators', () => render(`{{${'1+'.repeat(5000)}1}}`), 'expressionOperators'],
    ['a large text', () => render("{{replace(big, 'x', '01234567890123456789')}}"), 'textLength'],
    ['a large rendered text', () => render('{{big}}'.repeat(11)), 'textLength'],
    [
      'a cyclic value',
      () => {
        const list: unknown[] = [];
        list.push(list, list);
        return evaluate('flatten(list, 1000)', { ...environment, variables: { list } }, 'imljson');
      },
      'arrayLength',
    ],
    [
      'cyclic JSON',
      () => {
        const object: Record<string, unknown> = {};
        object.self = object;
        return evaluate('createJSON(object)', { ...environment, variables: { object } }, 'imljson');
      },
      'treeDepth',
    ],
  ])('%s is stopped', (_, run, limit) => {
    expect(run).toThrow(ImlLimitError);
    expect(run).toThrow(limit);
  });

  test('100 texts of many operators and 190 parentheses are within them', () => {
    expect(render(`{{${'1+'.repeat(1900)}1}}`)).toBe(1901);
    expect(render(`{{${'('.repeat(190)}1${')'.repeat(190)}}}`)).toBe(1);
  });
});

test('a parsed template is remembered, renders like its text, and only in its dialect', () => {
  const template = parseTemplate('Hi {{body.name}}', 'imljson');
  expect(parseTemplate('Hi {{body.name}}', 'imljson')).toBe(template);
  expect(renderTemplate(template, environment, 'imljson')).toBe('Hi Ann');
  expect(() => renderTemplate(template, environment, 'mapper')).toThrow(ImlError);
});

test('more templates than are remembered still render', () => {
  for (let index = 0; index <= LIMITS.rememberedTemplates; index += 1)
    expect(render(`${index}{{1}}`)).toBe(`${index}1`);
});

test('the bundles given are not changed', () => {
  const rows = Object.freeze([Object.freeze({ n: 2 }), Object.freeze({ n: 1 })]);
  const frozen = { ...environment, variables: { rows } };
  for (const expression of ["sort(rows, 'n')", 'reverse(rows)', "map(rows, 'n')", "add(map(rows, 'n'), 1)"])
    expect(() => evaluate(expression, frozen, 'imljson')).not.toThrow();
});

test('a simple template renders more than 50,000 times a second', () => {
  const count = 50_000;
  const start = process.cpuUsage();
  for (let index = 0; index < count; index += 1)
    render("*{{body.name}}* {{if(body.amount = 3, upper(body.name), 'none')}}");
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(1);
});

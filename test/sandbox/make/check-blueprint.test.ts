import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkBlueprint } from './check-blueprint.ts';

const FILE = JSON.parse(readFileSync(`${import.meta.dirname}/fixture/scenario.json`, 'utf8'));
const [first, second] = FILE.flow;
const withFlow = (...flow: readonly object[]) => ({ ...FILE, flow });
const withSecond = (more: object) => withFlow(first, { ...second, ...more });
const handler = (...onerror: readonly object[]) => ({ onerror });
const stock = (id: number, module: string, more: object = {}) => ({ id, module, version: 1, ...more });
const set = (id: number, value: string) =>
  stock(id, 'util:SetVariable2', { mapper: { name: 'a', scope: 'roundtrip', value } });

describe('Checking a blueprint', () => {
  it('finds nothing wrong with the fixture', () => {
    expect(checkBlueprint(FILE)).toEqual([]);
  });

  it.each([
    ['scheduling in the file', { ...FILE, scheduling: {} }, '', 'unknown key "scheduling"'],
    ['no metadata', { name: 'x', flow: FILE.flow }, '', "required property 'metadata'"],
    ['no modules', withFlow(), '/flow', 'must NOT have fewer than 1 items'],
    [
      'a module without id',
      withFlow(first, { module: 'a:b', version: 1 }),
      '/flow/1',
      "required property 'id'",
    ],
    [
      'an id used twice',
      withFlow(first, { ...second, id: 1, mapper: {}, filter: null }),
      '/flow',
      'module id 1 twice',
    ],
    [
      'an unknown operator',
      withSecond({ filter: { name: 'x', conditions: [[{ a: '{{1.id}}', o: 'text:startswith', b: 'x' }]] } }),
      '/flow/1/filter/conditions/0/0/o',
      'must',
    ],
    [
      'an id of an account',
      withSecond({ parameters: { __IMTCONN__: 12 } }),
      '/flow/1/parameters/__IMTCONN__',
      'chosen after the import',
    ],
    [
      'a filter on the first module',
      withFlow({ ...first, filter: second.filter }),
      '/flow/0/filter',
      'cannot stand on the first',
    ],
    [
      'a mapper that reads a later module',
      withSecond({ mapper: { recordId: '{{3.id}}' } }),
      '/flow/1/mapper/recordId',
      'reads module 3, which is not before it',
    ],
    [
      'a mapper that does not parse',
      withSecond({ mapper: { recordId: '{{1.id' } }),
      '/flow/1/mapper/recordId',
      'IML syntax',
    ],
    [
      'a field that its module does not have',
      withFlow(first, stock(2, 'util:GetVariable2', { mapper: { naem: 'a' } })),
      '/flow/1/mapper/naem',
      'no export shows',
    ],
    [
      'a version that is not confirmed',
      withFlow(first, stock(2, 'json:ParseJSON', { version: 2 })),
      '/flow/1/version',
      'confirmed for version 1',
    ],
    [
      'something after a router',
      withFlow(first, stock(2, 'builtin:BasicRouter', { routes: [{ flow: [set(3, 'x')] }] }), set(4, 'x')),
      '/flow/1',
      'Nothing can follow a router',
    ],
    [
      'routes on another module',
      withSecond({ routes: [{ flow: [set(3, 'x')] }] }),
      '/flow/1/routes',
      'belong to a router',
    ],
    [
      'a directive outside a handler',
      withFlow(first, stock(2, 'builtin:Ignore')),
      '/flow/1',
      'ends error handlers only',
    ],
    [
      'a handler without directive',
      withSecond(handler(set(9, 'x'))),
      '/flow/1/onerror',
      'does not end with a directive',
    ],
    [
      'a handler that reads more of the error than its message',
      withSecond(handler(set(9, '{{2.error.type}}'), stock(10, 'builtin:Ignore'))),
      '/flow/1/onerror/0/mapper/value',
      'A field of `error`',
    ],
    [
      'reading between an iterator and its aggregator from outside',
      withFlow(
        first,
        stock(2, 'builtin:BasicFeeder', { mapper: { array: '{{1.list}}' } }),
        stock(3, 'builtin:BasicAggregator', { parameters: { feeder: 2 }, mapper: { a: '{{2.a}}' } }),
        set(4, '{{2.a}}'),
      ),
      '/flow/3/mapper/value',
      'reads module 2',
    ],
  ])('finds %s', (_, blueprint, path, reason) => {
    const problems = checkBlueprint(blueprint, 'blueprints/x/scenario.json');
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'blueprints/x/scenario.json',
        path,
        reason: expect.stringContaining(reason),
      }),
    );
  });
});

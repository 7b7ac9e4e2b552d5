import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './app-of.ts';
import { checkMakeApp } from './check-make-app.ts';
import { loadMakeApp } from './load-make-app.ts';

const FIXTURE = `${import.meta.dirname}/fixture/app`;
const action = (communication: unknown, more: object = {}) => ({
  module: { act: { moduleType: 'action' as const, code: { communication }, ...more } },
});

describe('Loading an app', () => {
  it('reads every component and its code', () => {
    expect(checkMakeApp(FIXTURE)).toEqual([]);
    const app = loadMakeApp(FIXTURE);
    expect([...app.modules.keys()]).toEqual(['watchRecords', 'openRoom', 'listPeople', 'onPush', 'reply']);
    expect(app.base.json.baseUrl).toBe('{{connection.instanceUrl}}/v1');
    expect(app.modules.get('openRoom')?.mappableParams.json.map(({ name }) => name)).toEqual([
      'recordId',
      'topic',
    ]);
  });

  it('takes comments in code files', () => {
    expect(problemsOf(action('{ // nothing to call\n "response": { "output": {} } /* done */ }'))).toEqual(
      [],
    );
  });

  it('throws one error that lists every problem with its file', () => {
    expect(() => loadMakeApp('/nowhere')).toThrow(/makecomapp\.json: does not exist/);
  });
});

describe('The problems of an app', () => {
  it.each([
    [
      'JSON that does not parse, with line and column',
      action('{\n  "url": ,\n}'),
      'modules/act.communication.iml.json:2:10',
    ],
    ['a misspelt directive', action({ ulr: 'x' }), 'unknown key "ulr"'],
    ['IML that does not parse', action({ url: 'https://a.test/{{parameters.}}' }), 'IML syntax'],
    ['a POST without body', action({ url: 'https://a.test/', method: 'POST' }), "required property 'body'"],
    [
      'an unknown error type',
      action({ url: 'https://a.test/', response: { error: { message: 'x', type: 'BadError' } } }),
      'must be one of',
    ],
    [
      'an action that iterates',
      action({ url: 'https://a.test/', response: { iterate: '{{body}}' } }),
      'has no iterate',
    ],
    ['a connection that does not exist', action({}, { connection: 'none' }), 'the connection "none"'],
    [
      'an RPC that does not exist',
      action(
        {},
        {
          code: {
            communication: {},
            mappableParams: [{ name: 'a', type: 'select', options: 'rpc://noSuch' }],
          },
        },
      ),
      'the RPC "noSuch"',
    ],
    [
      'a group that names a missing module',
      { ...action({}), groups: [{ label: 'All', modules: ['act', 'gone'] }] },
      'the module "gone"',
    ],
    [
      'a module without a group',
      {
        ...action({}),
        groups: [
          { label: 'All', modules: [] },
          { label: 'B', modules: ['x'] },
        ],
      },
      'leaves out the module "act"',
    ],
    [
      'a connection that stores items',
      {
        connection: {
          one: {
            connectionType: 'basic',
            code: { communication: { url: 'https://a.test/', response: { output: 1 } } },
          },
        },
      },
      'is not allowed here',
    ],
    [
      'a custom function',
      {
        module: { act: { moduleType: 'action' as const, code: { communication: {} } } },
        base: { timeout: 300_001 },
      },
      'must be <= 300000',
    ],
  ])('name %s', (_, pieces, reason) => {
    const problems = problemsOf(pieces);
    expect(problems.map(({ file, reason: text }) => `${file} ${text}`).join('\n')).toContain(reason);
  });

  it('point into the file', () => {
    expect(problemsOf(action({ url: 1 }))).toEqual([
      { file: 'modules/act.communication.iml.json', path: '/url', reason: 'must be string' },
    ]);
  });
});

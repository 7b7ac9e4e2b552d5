import { expect, it } from '@jest/globals';
import { commandsIn, problemOf } from './command.ts';

it('A block is taken apart into its commands, without comments', () => {
  const code = 'npm ci && npm start   # first\n# nothing\nnpm run a -- --b "c d" \\\n  --e | jq .f\n';
  expect(commandsIn(code).map(({ words }) => words)).toEqual([
    ['npm', 'ci'],
    ['npm', 'start'],
    ['npm', 'run', 'a', '--', '--b', 'c d', '--e'],
    ['jq', '.f'],
  ]);
});

it.each([
  ['npm ci', undefined],
  ['npm start --silent -- --json', undefined],
  ['npm test -- test/crash', undefined],
  ['npm run backtest -- --signal deal-room --time-zone Europe/Berlin', undefined],
  ['npm run explane', 'package.json has no script "explane"'],
  ['npm run explain -- --ful', 'explain knows no option --ful'],
  ['npm start --json', 'npm keeps "--json" to itself: it must stand behind --'],
  ['npm test -- test/nowhere', 'there is no test/nowhere'],
])('Of `%s` it is said: %s', (line, problem) => {
  expect(commandsIn(line).map(problemOf)).toEqual([problem]);
});

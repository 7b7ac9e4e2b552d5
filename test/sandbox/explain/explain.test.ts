import { describe, expect, it, test } from '@jest/globals';
import { codeSize } from './code-size.ts';
import { explain } from './explain.ts';
import { allSignals } from './signals.ts';

const signals = await allSignals();

describe.each(signals)('The signal $name', (signal) => {
  const text = explain(signal);

  it.each(['js', 'soql', 'iml', 'make-filter', 'zap-filter', 'flow'])('is explained in %s.', (target) => {
    expect(text).toMatch(new RegExp(`^    ${target} +\\S`, 'm'));
  });

  it('is explained with every fact and block.', () => {
    for (const fact of Object.keys(signal.facts)) expect(text).toContain(`\n  ${fact}\n`);
    expect(text).toContain('\n  block 1\n');
  });
});

test('The deal room shows its filter in the words of each target', () => {
  const [dealRoom] = signals.filter(({ name }) => name === 'deal-room');
  const text = dealRoom === undefined ? '' : explain(dealRoom);
  expect(text).toContain('1__StageName iexact "Closed Won"');
  expect(text).toContain(
    '[{"a":"{{1.StageName}}","o":"exist"},{"a":"{{1.StageName}}","o":"text:equal:ci","b":"Closed Won"}]',
  );
  expect(text).toContain('WHERE StageName IN (');
  expect(text).toContain('<doesRequireRecordChangedToMeetCriteria>true');
});

test('The code size of every target is counted', async () => {
  const sizes = await codeSize();
  expect(sizes.map(({ target }) => target).sort()).toEqual([
    'flow',
    'iml',
    'js',
    'make-filter',
    'soql',
    'zap-filter',
  ]);
  for (const { lines } of sizes) expect(lines).toBeGreaterThan(20);
});

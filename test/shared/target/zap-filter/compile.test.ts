import { describe, expect, it } from '@jest/globals';
import {
  and,
  contains,
  equal,
  exists,
  field,
  greater,
  greaterOrEqual,
  less,
  not,
  or,
} from '../../../../shared/language/index.ts';
import { dealRoom } from '../../../../shared/signal/deal-room/deal-room.ts';
import { compileZapFilter } from '../../../../shared/target/zap-filter/compile.ts';

function counter(): () => number {
  let number = 100_000_000_000_000;
  return () => number++;
}

const amount = field('number', 'Amount');

describe('A condition becomes the criteria of a Zap', () => {
  it('with one group for each stage that was chosen.', () => {
    expect(compileZapFilter(dealRoom.filter, 1, counter(), { stages: ['Closed Won', 'Signed'] })).toEqual([
      {
        id: 100000000000001,
        group: 100000000000000,
        key: '1__StageName',
        value: '',
        match: 'iexist',
        action: 'continue',
      },
      {
        id: 100000000000002,
        group: 100000000000000,
        key: '1__StageName',
        value: 'Closed Won',
        match: 'iexact',
        action: 'continue',
      },
      {
        id: 100000000000004,
        group: 100000000000003,
        key: '1__StageName',
        value: '',
        match: 'iexist',
        action: 'continue',
      },
      {
        id: 100000000000005,
        group: 100000000000003,
        key: '1__StageName',
        value: 'Signed',
        match: 'iexact',
        action: 'continue',
      },
    ]);
  });

  it('with the matches that exported Zaps show.', () => {
    const condition = and(
      or(field('boolean', 'IsWon'), greater(amount, 5)),
      exists(field('text', 'Account.Name')),
      contains(field('text', 'text'), '!deal'),
    );
    const criteria = compileZapFilter(condition, 3, counter());
    expect(criteria.map(({ key, match, value }) => [key, match, value])).toEqual([
      ['3__IsWon', 'boolean', ''],
      ['3__Account__Name', 'iexist', ''],
      ['3__text', 'iexist', ''],
      ['3__text', 'icontains', '!deal'],
      ['3__Amount', 'iexist', ''],
      ['3__Amount', 'igreater', '5'],
      ['3__Account__Name', 'iexist', ''],
      ['3__text', 'iexist', ''],
      ['3__text', 'icontains', '!deal'],
    ]);
  });
});

describe('What no known match says is refused', () => {
  it.each([
    [equal(field('boolean', 'IsWon'), false), 'no match is known for equal with a boolean'],
    [greater(amount, -5), 'no match is known for greater with a number'],
    [less(amount, 5), 'no match is known for less with a number'],
    [greaterOrEqual(amount, 5), 'no match is known for greater-or-equal'],
    [exists(amount), 'no match is known for exists with a number'],
    [not(exists(amount)), 'nothing documented that means the same'],
  ] as const)('%#', (condition, reason) => {
    expect(() => compileZapFilter(condition, 1, counter())).toThrow(reason);
  });
});

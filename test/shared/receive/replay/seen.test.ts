import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Change,
  follow,
  readSeen,
  type Seen,
  writeSeen,
} from '../../../../shared/receive/replay/seen.ts';

const into = (mark: string): Change => ({ mark, inside: true });
const out = (mark: string): Change => ({ mark, inside: false });
const read = (inside: boolean): Change => ({ inside });

describe('Following a record', () => {
  it.each<[string, readonly Change[], readonly number[]]>([
    ['the first entry', [into('a')], [1]],
    ['a move inside the state', [into('a'), into('b')], [1]],
    ['leaving and coming back', [into('a'), out('b'), into('c')], [1, 2]],
    ['leaving without having been in', [out('a')], []],
    ['a record that a read finds in the state', [read(true)], [1]],
    ['a read of a record that is known to be in it', [into('a'), read(true)], [1, 1]],
    ['a record that a read finds outside, and then in again', [into('a'), read(false), read(true)], [1, 2]],
  ])('counts %s', (_what, changes, entered) => {
    expect(follow(undefined, changes).entered.map(({ count }) => count)).toEqual(entered);
  });

  it('names the same entries when events are read again, from wherever among the latest', () => {
    const change = fc.record({ inside: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 9 }), fc.nat(), (changes, cut) => {
        const marked = changes.map(({ inside }, at) => ({ inside, mark: `transaction ${at}` }));
        const once = follow(undefined, marked);
        const again = follow(once.after, marked.slice(cut % marked.length));
        expect(again.after).toEqual(once.after);
        const latest = once.entered.slice(-5);
        expect(latest).toEqual(expect.arrayContaining([...again.entered]));
      }),
    );
  });

  it('survives the ledger', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ mark: fc.string(), inside: fc.boolean() })), (changes) => {
        const { after } = follow(undefined, changes);
        const text = writeSeen(after);
        expect(text.length).toBeLessThanOrEqual(255);
        expect(readSeen(text)).toEqual(after satisfies Seen);
      }),
    );
  });

  it('finds nothing in a row that holds something else', () => {
    expect([undefined, null, '', '005xx|true|false', 'in|x'].map(readSeen)).toEqual(Array(5).fill(undefined));
  });
});

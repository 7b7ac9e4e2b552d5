import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dailyKey, eventKey, keyPart, rowKey } from '../../../shared/delivery/event-key.ts';
import { localDay, note, now, parametersOf } from '../../../shared/language/index.ts';
import { compileValue } from '../../../shared/target/js/compile.ts';
import { nastyText } from '../target/nasty-text.ts';
import { scopeOf } from '../target/scope.ts';

const input = parametersOf({ name: 'text', id: 'text', stamp: 'text' });
const key = compileValue(eventKey(input('name'), input('id'), input('stamp')));
const row = compileValue(rowKey(note('text', 'key')));
const notes = { organizationId: '00D1', teamId: 'T1' };

it('A key is name, record and stamp', () => {
  const parameters = { name: 'deal-room', id: '006Hs00000BkXyzIAF', stamp: '20260902163000' };
  expect(key(scopeOf({ parameters }))).toBe('deal-room-006Hs00000BkXyzIAF-20260902163000');
});

it('A daily key is name and local day', () => {
  const daily = compileValue(dailyKey(input('name'), localDay(now, 'Pacific/Auckland')));
  expect(daily(scopeOf({ parameters: { name: 'fore cast' } }))).toBe('fore-cast-2026-11-21');
});

it('A row’s key adds organization and team, so that a refreshed sandbox starts anew', () => {
  expect(row(scopeOf({ notes: { ...notes, key: 'deal room!' } }))).toBe('deal-room--00D1-T1');
});

it('Keys hold letters, digits, underscores and dashes only, whatever the delivery is called', () => {
  fc.assert(
    fc.property(nastyText, (name) => {
      const made = key(scopeOf({ parameters: { name, id: '006', stamp: 'new' } }));
      expect(made).toMatch(/^[A-Za-z0-9_-]*-006-new$/);
      expect(row(scopeOf({ notes: { ...notes, key: name } }))).toMatch(/^[A-Za-z0-9_-]+$/);
    }),
    { seed: 20_261_120 },
  );
});

it('A part of a key keeps its case', () => {
  expect(compileValue(keyPart(input('name')))(scopeOf({ parameters: { name: 'Aé_b' } }))).toBe('A-_b');
});

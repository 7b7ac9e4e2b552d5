import { describe, expect, it } from '@jest/globals';
import { createCollection } from './collection.ts';
import type { Row } from './records.ts';

interface Animal extends Row {
  readonly name: string;
  readonly kind: string;
}

const TIME = '2026-11-20T22:00:00.000Z';
const animals = (size = 0) =>
  createCollection<Animal>({
    indexed: ['name'],
    time: () => TIME,
    stamp: (row) => ('kind' in row ? { ...row, kind: String(row.kind).toLowerCase() } : row),
    computed: {
      size,
      at: (index) => ({ name: `n${index}`, kind: 'Crowd' }),
      indexOf: (field, value) =>
        field === 'name' && /^n\d$/.test(value) ? Number(value.slice(1)) : undefined,
    },
  });

describe('a collection', () => {
  it('numbers, dates and stamps what is inserted, and only numbers and dates what is seeded', () => {
    const rows = animals();
    expect(rows.insert({ name: 'a', kind: 'Cat' })).toEqual({
      id: 1,
      name: 'a',
      kind: 'cat',
      created_at: TIME,
      updated_at: TIME,
    });
    expect(rows.seed({ name: 'b', kind: 'Dog' })).toMatchObject({ id: 2, kind: 'Dog' });
  });

  it('finds rows by indexed and other fields, also after a change', () => {
    const rows = animals();
    const { id } = rows.insert({ name: 'a', kind: 'cat' });
    rows.update(id, { name: 'b' });
    expect(rows.findBy('name', 'a')).toEqual([]);
    expect(rows.findOneBy('name', 'b')?.id).toBe(id);
    expect(rows.findBy('kind', 'cat')).toHaveLength(1);
    expect(rows.update(99, { name: 'x' })).toBeUndefined();
  });

  it('keeps the order of insertion through changes, and forgets what is deleted', () => {
    const rows = animals();
    const first = rows.insert({ name: 'a', kind: 'cat' });
    rows.insert({ name: 'b', kind: 'cat' });
    rows.update(first.id, { name: 'c' });
    expect(rows.all().map(({ name }) => name)).toEqual(['c', 'b']);
    expect([rows.delete(first.id), rows.delete(first.id)]).toEqual([true, false]);
    expect(rows.findBy('name', 'c')).toEqual([]);
    rows.clear();
    expect(rows.count()).toBe(0);
  });

  it('makes computed rows when asked, and stores those that are changed', () => {
    const rows = animals(3);
    expect(rows.findOneBy('name', 'n2')).toMatchObject({ id: -3, kind: 'Crowd' });
    expect([rows.all().length, rows.count()]).toEqual([0, 3]);
    rows.update(-3, { name: 'renamed' });
    expect(rows.findBy('name', 'n2')).toEqual([]);
    expect(rows.findOneBy('name', 'renamed')?.id).toBe(-3);
    expect(rows.get(-2)?.name).toBe('n1');
    expect(rows.get(-4)).toBeUndefined();
  });
});

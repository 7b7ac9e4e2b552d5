import type { Before } from '../automation.ts';

/** Fills the auto number of a custom object's Name: a prefix and six digits. */
export const autoNumber =
  (prefix: string): Before =>
  (org, before, row) => {
    if (before === undefined)
      row.Name = `${prefix}-${String(org.nextNumber(`${prefix} name`)).padStart(6, '0')}`;
  };

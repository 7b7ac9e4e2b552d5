import type { Before } from '../automation.ts';

/** Name is the first and last name. */
export const personBefore: Before = (_org, _before, row) => {
  row.Name = [row.FirstName, row.LastName].filter((part) => part != null).join(' ');
};

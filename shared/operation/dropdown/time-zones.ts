import type { Dropdown } from './dropdown.ts';

/** The time zones of the IANA database. */
export const timeZones: Dropdown = async () => ({
  choices: ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => ({ id: name, label: name })),
});

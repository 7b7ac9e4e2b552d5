import type { Computed } from './store/computed.ts';
import { newChannel, newUser } from './store/rows.ts';
import type { Population } from './store/store.ts';

const DIGITS = 8;
const padded = (index: number) => String(index).padStart(DIGITS, '0');

/** Rows whose fields each hold one pattern around the index, such as `person-00000042@acme.example`. */
function computed<Fields>(
  size: number,
  patterns: Readonly<Record<string, (digits: string) => string>>,
  at: (index: number) => Fields,
): Computed<Fields> {
  return {
    size,
    at,
    indexOf: (field, value) => {
      const digits = value.match(/\d{8}(?!\d)/)?.[0];
      if (digits === undefined || patterns[field]?.(digits) !== value) return undefined;
      return Number(digits) < size ? Number(digits) : undefined;
    },
  };
}

/** The id of the person at an index of a crowd. */
export const crowdUserId = (index: number) => `U1${padded(index)}`;

/** The address of the person at an index of a crowd. */
export const crowdEmail = (index: number) => `person-${padded(index)}@acme.example`;

/** The name of the channel at an index of a crowd. */
export const crowdChannelName = (index: number) => `crowd-${padded(index)}`;

/** Many people and public channels of theirs, none of which is stored before somebody changes it. */
export const crowd = (
  team: string,
  size: { readonly users: number; readonly channels: number },
): Population => ({
  users: computed(
    size.users,
    {
      user_id: (digits) => `U1${digits}`,
      email: (digits) => `person-${digits}@acme.example`,
      name: (digits) => `person-${digits}`,
    },
    (index) => newUser(team, crowdUserId(index), `Person ${index}`, crowdEmail(index)),
  ),
  channels: computed(
    size.channels,
    { channel_id: (digits) => `C1${digits}`, name: (digits) => `crowd-${digits}` },
    (index) =>
      newChannel(team, {
        id: `C1${padded(index)}`,
        name: crowdChannelName(index),
        creator: crowdUserId(0),
        members: [crowdUserId(0)],
      }),
  ),
});

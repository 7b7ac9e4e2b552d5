import type { Step } from '../../shared/delivery/step.ts';

/** Requests that one run of a delivery module may make; further pages of the bot's rooms, after a crash, apart. */
export const REQUEST_LIMIT = 30;

/** Groups of steps of which a run makes the calls of at most one. */
type Alternatives = readonly (readonly string[])[];

/** What excludes each other in the delivery of a room. */
export const ROOM_ALTERNATIVES: readonly Alternatives[] = [
  // Nothing needs to be looked for in a room that the run itself made.
  [
    ['create the room', 'create the room under its long name'],
    ['look at the bookmarks', 'look for the briefing', 'look for the announcement'],
  ],
  // The fallback person is looked up when nobody else was found, so nobody is left to invite without them.
  [['look up the fallback person'], ['invite the others']],
  // A delivery is closed in one way.
  [
    ['close a delivery whose record has left the state', 'give the room of a left record back'],
    ['write back and close the delivery', 'close the delivery'],
  ],
];

/** Calls that one run makes at most. Throws when an alternative names a step that the table does not have. */
export function mostRequests(steps: readonly Step[], alternatives: readonly Alternatives[]): number {
  const calls = steps.filter(({ call }) => call !== undefined).map(({ name }) => name);
  const named = alternatives.flat(2);
  const unknown = named.find((name) => !calls.includes(name));
  if (unknown !== undefined) throw new Error(`No step with a call is named "${unknown}".`);
  const others = calls.filter((name) => !named.includes(name)).length;
  return alternatives.reduce((sum, groups) => sum + Math.max(...groups.map(({ length }) => length)), others);
}

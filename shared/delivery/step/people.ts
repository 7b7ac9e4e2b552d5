import {
  and,
  type Condition,
  collect,
  concat,
  distinct,
  type Expression,
  exists,
  itemAt,
  lower,
  not,
  note,
  trim,
} from '../../language/index.ts';
import type { Wanted } from '../../people/wanted.ts';
import { input } from '../input.ts';
import type { Step } from '../step.ts';
import { found, lookUpBy } from './look-up.ts';

/** People a delivery looks up and invites at most. */
export const PEOPLE_LIMIT = 10;

const go = note('boolean', 'go');

/** The positions of the people that are looked up. */
export const peoplePositions = Array.from({ length: PEOPLE_LIMIT }, (_, position) => position);

/** The email looked up at a position. */
export const emailAt = (position: number) => itemAt('text', note('list', 'emails'), position);

/** The Slack id found at a position, missing when nobody was. */
export const userAt = (position: number) => note('text', `user${position}`);

/**
 * Finds people by email, each at most once, all at the same time. Notes `people` are the Slack ids found,
 * `nameless` the names of those who have no email. A test run looks nobody up.
 */
export function findPeople(wanted: readonly Wanted[]): readonly Step[] {
  return [
    {
      name: 'list the people',
      notes: {
        emails: distinct(
          collect(wanted.map(({ email }) => ({ when: wants(email), value: lower(trim(email)) }))),
        ),
        nameless: distinct(
          collect(
            wanted.flatMap(({ email, name }) =>
              name === undefined
                ? []
                : [{ when: and(wants(name), not(exists(email))), value: concat(name, ' (no email)') }],
            ),
          ),
        ),
      },
    },
    ...peoplePositions.map(lookUp),
    {
      name: 'look up the fallback person',
      when: and(
        wants(input('fallback_email')),
        go,
        ...peoplePositions.map((position) => not(exists(userAt(position)))),
      ),
      call: lookUpBy(input('fallback_email')),
      notes: { fallbackAsked: true, fallbackUser: found },
    },
    {
      name: 'name who was found',
      notes: {
        people: distinct(
          collect(
            [...peoplePositions.map(userAt), note('text', 'fallbackUser')].map((id) => ({
              when: exists(id),
              value: id,
            })),
          ),
        ),
      },
    },
  ];
}

function wants(person: Expression<'text'>): Condition {
  return and(exists(person), not(note('boolean', 'test')));
}

function lookUp(position: number): Step {
  return {
    name: `look up person ${position + 1}`,
    when: and(go, exists(emailAt(position))),
    call: lookUpBy(emailAt(position)),
    notes: { [`user${position}`]: found },
  };
}

import {
  choose,
  type Expression,
  exists,
  isIn,
  itemAt,
  literal,
  not,
  or,
  property,
} from '../language/index.ts';
import type { Wanted } from '../people/wanted.ts';

/** The first members of a team that was read who have one of the roles; without a role all of them. */
export function teamMembers(
  team: Expression<'list'>,
  roles: Expression<'list'>,
  limit: number,
): readonly Wanted[] {
  return Array.from({ length: limit }, (_, position) => {
    const of = (name: string) => property('text', itemAt('text', team, position), literal('text', name));
    const chosen = or(not(exists(roles)), isIn(of('TeamMemberRole'), roles));
    const ifChosen = (value: Expression<'text'>) => choose('text', [[chosen, value]], literal('text', null));
    return { email: ifChosen(of('User.Email')), name: ifChosen(of('User.Name')) };
  });
}

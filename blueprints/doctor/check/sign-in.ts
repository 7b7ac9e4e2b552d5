import { InvalidInputError } from '../../../shared/error.ts';
import type { DoctorCheck } from '../check.ts';

/**
 * What a refused renewal means, by words in Salesforce's description; their wording is not documented, so the last one
 * fits any.
 */
const FIXES: readonly (readonly [RegExp, string])[] = [
  [
    /ip restricted|login hours/i,
    'Setup > Users > the integration user > its profile: Login IP Ranges and Login Hours; and Setup > External Client App Manager > the app > Policies: relax the IP restrictions, since the platforms call from addresses of their own.',
  ],
  [/inactive user/i, 'Setup > Users > the integration user > Edit: tick Active; then connect again.'],
  [
    /approved this consumer/i,
    'Setup > External Client App Manager > the app > Policies: let users authorize themselves, or pre-authorize the integration user’s permission set.',
  ],
  [
    /./,
    'Connect again. It dies when somebody revokes it, deactivates its user, or makes a sixth connection with the same user: give Dealwire a user of its own.',
  ],
];

/** Whether the sign-in can be renewed. */
export const signIn: DoctorCheck = {
  name: 'sign-in',
  question: 'Does Salesforce renew the sign-in?',
  asks: () => ({ token: { to: 'sign-in' } }),
  judge: ({ token }) => {
    const { problem } = token ?? {};
    if (problem === undefined) return [];
    const fix =
      problem instanceof InvalidInputError
        ? problem.fix
        : FIXES.find(([words]) => words.test(problem.message))?.[1];
    return [{ weight: 'problem', says: problem.message, fix: fix ?? problem.fix }];
  },
};

import { and, exists, not, or, parametersOf } from '../../language/index.ts';
import type { Input, Rule } from '../definition.ts';

const input = parametersOf({ csm_field: 'text', csm_role: 'text' });

/** Who the CSM of a renewal is. */
export const csmInputs: readonly Input[] = [
  {
    key: 'csm_field',
    label: 'CSM Field',
    help: 'The lookup to the user who looks after the renewal, on the opportunity or on its account.',
    type: 'text',
    source: 'csm-fields',
  },
  {
    key: 'csm_role',
    label: 'CSM Role',
    help: 'Instead of a field: the role of the CSM in a team. Each member with the role is told.',
    type: 'text',
    source: 'csm-roles',
  },
  {
    key: 'csm_team',
    label: 'CSM Team',
    help: 'The team in which the role is looked for.',
    type: 'text',
    default: 'account',
    choices: { account: 'Account team', opportunity: 'Opportunity team' },
  },
];

/** The CSM is found in one way. */
export const csmRules: readonly Rule[] = [
  {
    input: 'csm_field',
    broken: not(or(exists(input('csm_field')), exists(input('csm_role')))),
    reason: 'it is empty, and so is CSM Role',
    fix: 'Choose the lookup to the CSM, or the role of the CSM in a team.',
  },
  {
    input: 'csm_role',
    broken: and(exists(input('csm_field')), exists(input('csm_role'))),
    reason: 'it is filled in although a CSM Field is chosen',
    fix: 'Leave one of the two empty.',
  },
];

/** A feature that an org may leave off. */
export interface Feature {
  readonly name: string;
  /** Where an admin switches it on, and what goes without it. */
  readonly fix: string;
}

const entitlements: Feature = {
  name: 'Entitlement Management',
  fix: 'Leave it off: alerts then show no milestone. Or switch it on: Setup > Entitlement Settings.',
};

/** Objects that only exist where a feature is switched on. Dealwire works without them. */
export const features: Readonly<Record<string, Feature>> = {
  OpportunityTeamMember: {
    name: 'Team Selling',
    fix: 'Leave the inputs for team roles empty, or switch it on: Setup > Opportunity Team Settings.',
  },
  AccountTeamMember: {
    name: 'Account Teams',
    fix: 'Choose a field or a role of the opportunity team in the input for the CSM, or switch it on: Setup > Account Teams.',
  },
  CaseMilestone: entitlements,
};

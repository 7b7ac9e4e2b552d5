/** The tests in this folder that execute each module of the generated app against the stand-ins, by its id. */
export const moduleCoverage: Readonly<Record<string, readonly string[]>> = {
  findSlackUser: ['find-slack-user.test.ts'],
  getDealFacts: ['get-deal-facts.test.ts'],
  openDealRoom: ['connection.test.ts', 'crash.test.ts', 'double-crash.long.ts', 'open-deal-room.test.ts'],
  opportunityEnteredStage: ['opportunity-entered-stage.test.ts'],
};

/** The tests in this folder that execute each remote procedure of the generated app, by its id. */
export const rpcCoverage: Readonly<Record<string, readonly string[]>> = {
  channels: ['dropdown.test.ts'],
  opportunityExtraFields: ['dropdown.test.ts'],
  caseExtraFields: ['dropdown.test.ts'],
  casePriorities: ['dropdown.test.ts'],
  opportunityFields: ['dropdown.test.ts'],
  opportunityStages: ['dropdown.test.ts'],
  opportunityUserFields: ['dropdown.test.ts'],
  teamRoles: ['dropdown.test.ts'],
  userGroups: ['dropdown.test.ts'],
};

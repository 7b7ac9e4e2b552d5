import { expect, it } from '@jest/globals';
import type { Source } from '../../shared/operation/definition.ts';
import { dropdowns } from '../../shared/operation/dropdown/dropdowns.ts';
import { inWorld } from '../crash/every-call.ts';
import { runRpc } from '../sandbox/make/run-rpc.ts';
import { connectTo } from '../sandbox/world.ts';
import { runOn } from './make.ts';

const RPC: Readonly<Record<Exclude<Source, 'time-zones'>, string>> = {
  'opportunity-stages': 'opportunityStages',
  'opportunity-fields': 'opportunityFields',
  'opportunity-amount-fields': 'opportunityAmountFields',
  'opportunity-user-fields': 'opportunityUserFields',
  'opportunity-extra-fields': 'opportunityExtraFields',
  'case-extra-fields': 'caseExtraFields',
  'case-priorities': 'casePriorities',
  'team-roles': 'teamRoles',
  'user-groups': 'userGroups',
  channels: 'channels',
  objects: 'objects',
  'object-fields': 'objectFields',
  'object-state-fields': 'objectStateFields',
  'object-extra-fields': 'objectExtraFields',
  'object-values': 'objectValues',
};

/** What the user has chosen so far, for the dropdowns that depend on it. */
const CHOSEN = { object: 'Project__c', field: 'Status__c' };

it.each(
  Object.entries(RPC).filter(([source]) => source !== 'team-roles') as [keyof typeof RPC, string][],
)('The dropdown of %s offers on Make what it offers on Zapier.', (source, rpc) =>
  inWorld(async (world) => {
    const { choices } = await dropdowns[source](connectTo(world), { inputs: CHOSEN });
    const lines = (await runRpc(runOn(world), rpc, CHOSEN)) as readonly { label: string; value: string }[];
    const sorted = (items: readonly { readonly value: string }[]) =>
      [...items].sort((one, other) => one.value.localeCompare(other.value));
    expect(sorted(lines)).toEqual(sorted(choices.map(({ id, label }) => ({ label, value: id }))));
    expect(lines.length).toBeGreaterThan(0);
  }));

it('The dropdown of team roles offers the roles in use, and nothing in an org without teams.', () =>
  inWorld(async (world) => {
    const roles = (await runRpc(runOn(world), RPC['team-roles'])) as readonly { value: string }[];
    const inUse = world.salesforce
      .records('OpportunityTeamMember')
      .flatMap(({ TeamMemberRole }) => TeamMemberRole ?? []);
    expect(roles.map(({ value }) => value).sort()).toEqual([...new Set(inUse)].sort());
    Object.assign(world.salesforce.features, { opportunityTeams: false });
    expect(await runRpc(runOn(world), RPC['team-roles'])).toEqual([]);
  }));

it('The values of a checkbox are true and false on both platforms.', () =>
  inWorld(async (world) => {
    const inputs = { object: 'Case', field: 'IsEscalated' };
    const { choices } = await dropdowns['object-values'](connectTo(world), { inputs });
    expect(choices.map(({ id }) => id)).toEqual(['true', 'false']);
    const lines = (await runRpc(runOn(world), RPC['object-values'], inputs)) as readonly { value: string }[];
    expect(lines.map(({ value }) => value)).toEqual(['true', 'false']);
  }));

it.each([
  'object-fields',
  'object-state-fields',
  'object-extra-fields',
  'object-values',
] as const)('The dropdown of %s is empty, and asks nothing, until an object is chosen.', (source) =>
  inWorld(async (world) => {
    world.salesforce.forget();
    expect((await dropdowns[source](connectTo(world))).choices).toEqual([]);
    expect(await runRpc(runOn(world), RPC[source])).toEqual([]);
    expect(world.salesforce.calls.filter(({ path }) => path.includes('/sobjects'))).toEqual([]);
  }));

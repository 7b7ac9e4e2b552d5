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
  'opportunity-user-fields': 'opportunityUserFields',
  'opportunity-extra-fields': 'opportunityExtraFields',
  'case-extra-fields': 'caseExtraFields',
  'case-priorities': 'casePriorities',
  'lead-extra-fields': 'leadExtraFields',
  'lead-sources': 'leadSources',
  'lead-ratings': 'leadRatings',
  'opportunity-checkboxes': 'opportunityCheckboxes',
  'team-roles': 'teamRoles',
  'csm-roles': 'csmRoles',
  'csm-fields': 'csmFields',
  'user-groups': 'userGroups',
  channels: 'channels',
};

it.each(
  Object.entries(RPC).filter(([source]) => !source.endsWith('-roles')) as [keyof typeof RPC, string][],
)('The dropdown of %s offers on Make what it offers on Zapier.', (source, rpc) =>
  inWorld(async (world) => {
    const { choices } = await dropdowns[source](connectTo(world));
    const lines = (await runRpc(runOn(world), rpc)) as readonly { label: string; value: string }[];
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

it('The dropdown of CSM roles offers the roles in use of both teams, each once, and those of one team in an org with one.', () =>
  inWorld(async (world) => {
    const roles = async () => {
      const lines = (await runRpc(runOn(world), RPC['csm-roles'])) as readonly { value: string }[];
      return lines.map(({ value }) => value).sort();
    };
    const inUse = (team: string) =>
      world.salesforce.records(team).flatMap(({ TeamMemberRole }) => TeamMemberRole ?? []);
    const both = [...inUse('AccountTeamMember'), ...inUse('OpportunityTeamMember')];
    expect(await roles()).toEqual([...new Set(both)].sort());
    Object.assign(world.salesforce.features, { accountTeams: false });
    expect(await roles()).toEqual([...new Set(inUse('OpportunityTeamMember'))].sort());
  }));

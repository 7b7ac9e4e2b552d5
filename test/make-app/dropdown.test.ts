import { expect, it } from '@jest/globals';
import type { Source } from '../../shared/operation/definition.ts';
import { dropdowns } from '../../shared/operation/dropdown/dropdowns.ts';
import { loadDropdown } from '../../shared/operation/dropdown/load.ts';
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
  'lead-extra-fields': 'leadExtraFields',
  'lead-sources': 'leadSources',
  'lead-ratings': 'leadRatings',
  'opportunity-checkboxes': 'opportunityCheckboxes',
  'account-extra-fields': 'accountExtraFields',
  'account-fields': 'accountFields',
  'account-types': 'accountTypes',
  'account-user-fields': 'accountUserFields',
  'account-team-roles': 'accountTeamRoles',
  'team-roles': 'teamRoles',
  'csm-roles': 'csmRoles',
  'csm-fields': 'csmFields',
  'user-groups': 'userGroups',
  users: 'users',
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
  Object.entries(RPC) as [keyof typeof RPC, string][],
)('The dropdown of %s offers on Make what it offers on Zapier.', (source, rpc) =>
  inWorld(async (world) => {
    const { choices } = await loadDropdown(dropdowns[source], connectTo(world), { inputs: CHOSEN });
    const lines = (await runRpc(runOn(world), rpc, CHOSEN)) as readonly { label: string; value: string }[];
    const sorted = (items: readonly { readonly value: string }[]) =>
      [...items].sort((one, other) => one.value.localeCompare(other.value));
    expect(sorted(lines)).toEqual(sorted(choices.map(({ id, label }) => ({ label, value: id }))));
    expect(lines.length).toBeGreaterThan(0);
  }));

it.each([
  ['team-roles', 'OpportunityTeamMember', { opportunityTeams: false }],
  ['account-team-roles', 'AccountTeamMember', { accountTeams: false }],
] as const)('The dropdown of %s offers the roles in use, and nothing in an org without such teams.', (source, team, without) =>
  inWorld(async (world) => {
    const roles = (await runRpc(runOn(world), RPC[source])) as readonly { value: string }[];
    const inUse = world.salesforce.records(team).flatMap(({ TeamMemberRole }) => TeamMemberRole ?? []);
    expect(roles.map(({ value }) => value).sort()).toEqual([...new Set(inUse)].sort());
    Object.assign(world.salesforce.features, without);
    expect(await runRpc(runOn(world), RPC[source])).toEqual([]);
  }));

it('The values of a checkbox are true and false on both platforms.', () =>
  inWorld(async (world) => {
    const inputs = { object: 'Case', field: 'IsEscalated' };
    const { choices } = await loadDropdown(dropdowns['object-values'], connectTo(world), { inputs });
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
    expect((await loadDropdown(dropdowns[source], connectTo(world))).choices).toEqual([]);
    expect(await runRpc(runOn(world), RPC[source])).toEqual([]);
    expect(world.salesforce.calls.filter(({ path }) => path.includes('/sobjects'))).toEqual([]);
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

it.each([
  ['channels', 'WINS', ['#sales-wins']],
  ['users', 'kim@', ['Kim Ro (kim@acme.example)']],
  ['users', "O'Nobody \\ %", []],
] as const)('The dropdown of %s finds what has %j in its name on both platforms.', (source, search, found) =>
  inWorld(async (world) => {
    const { choices } = await loadDropdown(dropdowns[source], connectTo(world), { inputs: { search } });
    const lines = (await runRpc(runOn(world), RPC[source], { search })) as readonly { label: string }[];
    expect(choices.map(({ label }) => label)).toEqual(found);
    expect(lines.map(({ label }) => label)).toEqual(found);
  }));

it('The search for a channel on Make looks beyond the first page of the rooms that the bot is in.', () =>
  inWorld(async (world) => {
    for (let number = 0; number < 1_100; number += 1)
      world.slack.createChannel({ name: `deal-${number}`, creator: world.slack.botUserId });
    world.slack.createChannel({ name: 'the-last-one', creator: world.slack.botUserId });
    const lines = (await runRpc(runOn(world), RPC.channels, { search: 'last-one' })) as readonly object[];
    expect(lines).toEqual([expect.objectContaining({ label: '#the-last-one' })]);
  }));

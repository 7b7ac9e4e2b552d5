import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CHANNELS, ON_CALL_GROUP } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { type Connected, connected } from './connected.ts';

let world: World;
let call: Connected;

beforeEach(async () => {
  world = await startWorld();
  call = await connected(world);
});
afterEach(() => world.close());

type Choice = { readonly id: string; readonly label: string };

const choices = async (trigger: string, page = 0) =>
  (await call(`triggers.${trigger}`, {
    meta: { isFillingDynamicDropdown: true, page },
  })) as readonly Choice[];
const ids = async (trigger: string) => (await choices(trigger)).map(({ id }) => id);

describe('The dropdown of', () => {
  it('stages holds those in use, in their order, by API name', async () => {
    const stages = await choices('opportunity_stages');
    expect(stages[0]).toEqual({ id: 'Prospecting', label: 'Prospecting' });
    expect(stages).toContainEqual({ id: 'Negotiation/Review', label: 'Negotiation' });
    expect(stages.map(({ id }) => id)).not.toContain('Verbal');
  });

  it('time zones holds the names that the clocks know', async () => {
    expect(await ids('time_zones')).toEqual(expect.arrayContaining(['UTC', 'Europe/Berlin']));
  });

  it('user groups holds those in use by handle, and nothing on a plan without groups', async () => {
    expect(await choices('user_groups')).toEqual([{ id: ON_CALL_GROUP, label: '@support-oncall' }]);
    world.slack.intercept(() => Response.json({ ok: false, error: 'plan_upgrade_required' }));
    expect(await ids('user_groups')).toEqual([]);
  });

  it('fields holds what a briefing can show, by label', async () => {
    const fields = await choices('opportunity_fields');
    expect(fields).toContainEqual({ id: 'ARR__c', label: 'ARR (ARR__c)' });
    const labels = fields.map(({ label }) => label.toLowerCase());
    expect(labels).toEqual(labels.toSorted());
    expect(fields.map(({ id }) => id)).not.toContain('OwnerId');
  });

  it('fields leaves out what the connected user may not see', async () => {
    world.salesforce.features.hiddenFields = new Set(['Opportunity.ARR__c']);
    expect(await ids('opportunity_fields')).not.toContain('ARR__c');
  });

  it('extra fields says type and label too', async () => {
    expect(await choices('opportunity_extra_fields')).toContainEqual({
      id: 'ARR__c:currency:ARR',
      label: 'ARR (ARR__c)',
    });
  });

  it('user fields holds the lookups to users, the owner apart', async () => {
    expect(await ids('opportunity_user_fields')).toEqual(['CSM__c', 'SE__c']);
  });

  it('team roles holds the roles of the opportunity team', async () => {
    expect(await ids('team_roles')).toContain('Pre-Sales Consultant');
  });

  it('team roles is empty in an org without teams', async () => {
    world.salesforce.features.opportunityTeams = false;
    expect(await choices('team_roles')).toEqual([]);
  });

  it('CSM fields holds the lookups to users of the opportunity and of its account, owners too', async () => {
    expect(await choices('csm_fields')).toEqual([
      { id: 'CSM__c', label: 'Customer Success Manager (CSM__c)' },
      { id: 'OwnerId', label: 'Owner ID (OwnerId)' },
      { id: 'SE__c', label: 'Solutions Engineer (SE__c)' },
      { id: 'Account.CSM__c', label: 'Account: Customer Success Manager (Account.CSM__c)' },
      { id: 'Account.OwnerId', label: 'Account: Owner ID (Account.OwnerId)' },
    ]);
  });

  it('CSM roles holds the roles of both teams, or of the one that the org has', async () => {
    const both = await ids('csm_roles');
    expect(both).toContain('Account Manager');
    expect(new Set(both).size).toBe(both.length);
    world.salesforce.features.accountTeams = false;
    expect(await ids('csm_roles')).toContain('Account Manager');
    world.salesforce.features.opportunityTeams = false;
    expect(await choices('csm_roles')).toEqual([]);
  });

  it('users holds the active ones with an email address, by name, page after page', async () => {
    const users = await choices('users');
    expect(users).toContainEqual({ id: 'kim@acme.example', label: 'Kim Ro (kim@acme.example)' });
    const labels = users.map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted());
    expect(labels.join()).not.toContain('Old Rep');
    world.salesforce.limits.pageSize = 2;
    const pages = [await choices('users'), await choices('users', 1)];
    expect(pages.flat()).toEqual(users.slice(0, 4));
  });

  it('checkboxes holds those of the opportunity that a query can ask for', async () => {
    const checkboxes = await ids('opportunity_checkboxes');
    expect(checkboxes).toContain('Renewal__c');
    expect(checkboxes).not.toContain('HasOverdueTask');
    expect(checkboxes).not.toContain('Type');
  });

  it('lead sources and ratings holds the values in use', async () => {
    expect(await ids('lead_sources')).toContain('Partner Referral');
    expect(await ids('lead_ratings')).toEqual(['Hot', 'Warm', 'Cold']);
  });

  it('channels holds those the bot is in', async () => {
    const channels = await choices('channels');
    expect(channels).toContainEqual({ id: CHANNELS.wins, label: '#sales-wins' });
    expect(channels.map(({ id }) => id)).not.toContain(CHANNELS.random);
  });

  it('channels loads page after page', async () => {
    const creator = world.slack.botUserId;
    for (let number = 0; number < 2_100; number += 1)
      world.slack.createChannel({ name: `deal-${number}`, creator });
    const pages = [await choices('channels'), await choices('channels', 1), await choices('channels', 2)];
    expect(pages.map(({ length }) => length)).toEqual([999, 999, 106]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(2_104);
    expect(await choices('channels', 3)).toEqual([]);
  });

  it('channels says which scope is missing', async () => {
    world.slack.failNext('users.conversations', { error: 'missing_scope' });
    await expect(choices('channels')).rejects.toMatchObject({ name: 'HaltedError' });
  });
});

import type { Seed } from '../seed.ts';
import { accounts } from './account.ts';
import { accountTeamMembers } from './account-team-member.ts';
import { cases } from './case.ts';
import { caseMilestones, milestoneTypes } from './case-milestone.ts';
import { contacts } from './contact.ts';
import { contracts } from './contract.ts';
import { feedComments, feedItems } from './feed.ts';
import { groups } from './group.ts';
import { leads } from './lead.ts';
import { opportunities } from './opportunity.ts';
import { opportunityContactRoles } from './opportunity-contact-role.ts';
import { opportunityHistories } from './opportunity-history.ts';
import { opportunityStages } from './opportunity-stage.ts';
import { opportunityTeamMembers } from './opportunity-team-member.ts';
import { organizations } from './organization.ts';
import { fiscalYears, periods } from './period.ts';
import { projects } from './project.ts';
import { businessHours, currencyTypes, entitlements, recordTypes } from './reference-data.ts';
import { taskStatuses, tasks } from './task.ts';
import { users } from './user.ts';

/** A fictional seller's org, with the record names that break careless code. */
export const sampleOrg: Seed = {
  Organization: organizations,
  User: users,
  Group: groups,
  RecordType: recordTypes,
  Account: accounts,
  AccountTeamMember: accountTeamMembers,
  Contact: contacts,
  Lead: leads,
  Contract: contracts,
  OpportunityStage: opportunityStages,
  Opportunity: opportunities,
  OpportunityHistory: opportunityHistories,
  OpportunityTeamMember: opportunityTeamMembers,
  OpportunityContactRole: opportunityContactRoles,
  Project__c: projects,
  BusinessHours: businessHours,
  Entitlement: entitlements,
  MilestoneType: milestoneTypes,
  Case: cases,
  CaseMilestone: caseMilestones,
  TaskStatus: taskStatuses,
  Task: tasks,
  FeedItem: feedItems,
  FeedComment: feedComments,
  FiscalYearSettings: fiscalYears,
  Period: periods,
  CurrencyType: currencyTypes,
};

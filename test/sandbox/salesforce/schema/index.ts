import { account } from './account.ts';
import { accountTeamMember } from './account-team-member.ts';
import { caseObject } from './case.ts';
import { caseComment } from './case-comment.ts';
import { caseMilestone } from './case-milestone.ts';
import { contact } from './contact.ts';
import { contract } from './contract.ts';
import { currencyType } from './currency-type.ts';
import { dealwireDelivery } from './dealwire-delivery.ts';
import { dealwireSubscription } from './dealwire-subscription.ts';
import { businessHours, entitlement, milestoneType } from './entitlement.ts';
import { feedComment, feedItem } from './feed.ts';
import {
  accountHistory,
  caseHistory,
  leadHistory,
  opportunityFieldHistory,
  projectHistory,
} from './field-history.ts';
import { group } from './group.ts';
import { lead } from './lead.ts';
import { opportunity } from './opportunity.ts';
import { opportunityContactRole } from './opportunity-contact-role.ts';
import { opportunityHistory } from './opportunity-history.ts';
import { opportunityStage } from './opportunity-stage.ts';
import { opportunityTeamMember } from './opportunity-team-member.ts';
import { organization } from './organization.ts';
import { fiscalYearSettings, period } from './period.ts';
import { opportunityLineItem, product2 } from './product.ts';
import { project } from './project.ts';
import { recordType } from './record-type.ts';
import { event, task, taskStatus } from './task.ts';
import type { Sobject } from './type.ts';
import { user } from './user.ts';

/** Every object the stand-in knows; features decide which of them exist at a given moment. */
export const sobjects: readonly Sobject[] = [
  organization,
  user,
  group,
  recordType,
  account,
  accountHistory,
  accountTeamMember,
  contact,
  lead,
  leadHistory,
  product2,
  contract,
  opportunityStage,
  opportunity,
  opportunityLineItem,
  opportunityHistory,
  opportunityFieldHistory,
  opportunityTeamMember,
  opportunityContactRole,
  project,
  projectHistory,
  businessHours,
  entitlement,
  milestoneType,
  caseObject,
  caseHistory,
  caseComment,
  caseMilestone,
  taskStatus,
  task,
  event,
  feedItem,
  feedComment,
  fiscalYearSettings,
  period,
  currencyType,
  dealwireDelivery,
  dealwireSubscription,
];

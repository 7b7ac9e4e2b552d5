import type { Source } from '../../shared/operation/definition.ts';
import { PAGE } from '../../shared/operation/dropdown/channels.ts';
import { CLICKED } from '../../shared/operation/dropdown/csm-fields.ts';
import { ADDABLE, STATE_TYPES, SYSTEM, UNSHOWABLE } from '../../shared/operation/dropdown/fields.ts';
import { API_PATH } from '../../shared/salesforce/api-version.ts';
import { STAGES_QUERY } from '../../shared/salesforce/stage.ts';
import { SLACK_API_URL } from '../../shared/slack/team.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { idOf, log, type Rpc } from '../component.ts';
import type { Request } from '../delivery/levels.ts';
import { salesforceHeaders, slackHeaders } from '../delivery/print-call.ts';

/** Lines a dropdown shows at most, as Make advises. */
const LINES = 500;

/** The roles in use of a team, under a name. */
const rolesQuery = (team: string, as: string) =>
  `SELECT TeamMemberRole ${as} FROM ${team} WHERE TeamMemberRole != null GROUP BY TeamMemberRole ORDER BY TeamMemberRole`;

interface Lines {
  readonly container: string;
  readonly condition?: string;
  readonly label: string;
  readonly value: string;
}

function described(object: string, part: Lines): Request {
  return lines({ url: `${API_PATH}/sobjects/${object}/describe`, headers: salesforceHeaders }, part);
}

const isShowable = `{{if(replace(item.type, '/^(${[...UNSHOWABLE].join('|')})$/g', emptystring), true, false)}}`;
const fieldLabel = '{{item.label}} ({{item.name}})';

/** The object that the user chose; as long as none is chosen the dropdown is empty. */
const CHOSEN = "{{replace(ifempty(parameters.object, '-'), '/[^A-Za-z0-9_]+/g', '-')}}";
const whenChosen = (request: Request): Request => ({
  ...request,
  condition: { condition: '{{if(parameters.object, true, false)}}', default: [] },
});

const fieldsOf = (object: string) =>
  described(object, {
    container: '{{body.fields}}',
    condition: isShowable,
    label: fieldLabel,
    value: '{{item.name}}',
  });

const amountFieldsOf = (object: string) =>
  described(object, {
    container: '{{body.fields}}',
    condition: `{{if(replace(item.type, '/^(${[...ADDABLE].join('|')})$/g', emptystring), false, true)}}`,
    label: fieldLabel,
    value: '{{item.name}}',
  });

const extraFieldsOf = (object: string) =>
  described(object, {
    container: '{{body.fields}}',
    condition: isShowable,
    label: fieldLabel,
    value: '{{item.name}}:{{item.type}}:{{item.label}}',
  });

/** A lookup to users, unless it has one of some names. */
const userLookup = (names: ReadonlySet<string>) =>
  `{{if(contains(item.referenceTo, 'User'), if(replace(item.name, '/^(${[...names].join('|')})$/g', emptystring), true, false), false)}}`;

/** What a path starts with that leads from an opportunity to a field of its account, when the account is described. */
const ofAccount = "{{if(body.name == 'Account', 'Account.', emptystring)}}";

const userFieldsOf = (object: string) =>
  described(object, {
    container: '{{body.fields}}',
    condition: userLookup(SYSTEM),
    label: fieldLabel,
    value: '{{item.name}}',
  });

/**
 * The roles in use of a team, then those of another that the first does not have; a team that the org does not have fails
 * alone and has none.
 */
function rolesOf(team: string, other?: string): Request {
  const queries = [rolesQuery(team, 'role'), ...(other === undefined ? [] : [rolesQuery(other, 'other')])];
  const [own = '', ...others] = queries.map((_, at) => {
    const part = `body.compositeResponse[${at + 1}]`;
    return `if(${part}.httpStatusCode < 400, ${part}.body.records, emptyarray)`;
  });
  const role = '{{ifempty(item.role, item.other)}}';
  return lines(
    {
      url: `${API_PATH}/composite`,
      method: 'POST',
      headers: salesforceHeaders,
      body: {
        allOrNone: false,
        compositeRequest: queries.map((query, at) => ({
          method: 'GET',
          url: `${API_PATH}/query?q=${encodeURIComponent(query)}`,
          referenceId: `roles${at + 1}`,
        })),
      },
    },
    {
      container: `{{${others.reduce((merged, each) => `merge(${merged}, ${each})`, own)}}}`,
      condition: `{{if(item.role, true, !(contains(map(${own}, 'role'), item.other)))}}`,
      label: role,
      value: role,
    },
  );
}

/** The values in use of one field. */
const picklistOf = (object: string, field: string) =>
  described(object, {
    container: `{{ifempty(get(toCollection(body.fields, 'name', 'picklistValues'), '${field}'), emptyarray)}}`,
    condition: '{{item.active}}',
    label: '{{item.label}}',
    value: '{{item.value}}',
  });

const isStateful = `{{!(replace(item.type, '/^(${[...STATE_TYPES].join('|')})$/g', emptystring))}}`;
const propertyOfField = (property: string) =>
  `get(toCollection(body.fields, 'name', '${property}'), ifempty(parameters.field, '-'))`;

/** The values of the chosen field; a checkbox has two. */
const stateValues: Request = {
  ...described(CHOSEN, {
    container: `{{if(ifempty(${propertyOfField('type')}, '-') == 'boolean', temp.flags, ifempty(${propertyOfField('picklistValues')}, emptyarray))}}`,
    condition: '{{item.active}}',
    label: '{{item.label}}',
    value: '{{item.value}}',
  }),
  temp: { flags: ['true', 'false'].map((value) => ({ value, label: value, active: true })) },
};

/** What fills each dropdown, with the same lines as on Zapier. */
const requests: Readonly<Record<Exclude<Source, 'time-zones'>, Request>> = {
  'opportunity-stages': lines(
    { url: `${API_PATH}/query`, headers: salesforceHeaders, qs: { q: STAGES_QUERY } },
    {
      container: '{{body.records}}',
      condition: '{{item.IsActive}}',
      label: '{{item.MasterLabel}}',
      value: '{{item.ApiName}}',
    },
  ),
  'opportunity-fields': fieldsOf('Opportunity'),
  'opportunity-amount-fields': amountFieldsOf('Opportunity'),
  'opportunity-user-fields': userFieldsOf('Opportunity'),
  'opportunity-extra-fields': extraFieldsOf('Opportunity'),
  'case-extra-fields': extraFieldsOf('Case'),
  'case-priorities': picklistOf('Case', 'Priority'),
  'lead-extra-fields': extraFieldsOf('Lead'),
  'lead-sources': picklistOf('Lead', 'LeadSource'),
  'lead-ratings': picklistOf('Lead', 'Rating'),
  'opportunity-checkboxes': described('Opportunity', {
    container: '{{body.fields}}',
    condition: "{{if(item.type == 'boolean', item.filterable, false)}}",
    label: fieldLabel,
    value: '{{item.name}}',
  }),
  'account-extra-fields': extraFieldsOf('Account'),
  'account-fields': fieldsOf('Account'),
  'account-types': picklistOf('Account', 'Type'),
  'account-user-fields': userFieldsOf('Account'),
  'account-team-roles': rolesOf('AccountTeamMember'),
  'team-roles': rolesOf('OpportunityTeamMember'),
  'csm-roles': rolesOf('AccountTeamMember', 'OpportunityTeamMember'),
  'csm-fields': {
    ...described('Opportunity', {
      container: '{{body.fields}}',
      condition: userLookup(CLICKED),
      label: `{{if(body.name == 'Account', 'Account: ', emptystring)}}{{item.label}} (${ofAccount}{{item.name}})`,
      value: `${ofAccount}{{item.name}}`,
    }),
    pagination: {
      condition: "{{body.name == 'Opportunity'}}",
      url: `${API_PATH}/sobjects/Account/describe`,
    },
  },
  'user-groups': lines(
    { url: new URL('usergroups.list', SLACK_API_URL).href, headers: slackHeaders },
    {
      container: '{{ifempty(body.usergroups, emptyarray)}}',
      label: '@{{item.handle}}',
      value: '{{item.id}}',
    },
  ),
  channels: lines(
    {
      url: new URL('users.conversations', SLACK_API_URL).href,
      headers: slackHeaders,
      qs: { types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE },
    },
    { container: '{{ifempty(body.channels, emptyarray)}}', label: '#{{item.name}}', value: '{{item.id}}' },
    {
      condition: '{{body.ok}}',
      type: 'InvalidConfigurationError',
      message: "Slack refused users.conversations: {{ifempty(body.error, 'unknown_error')}}.",
    },
  ),
  objects: lines(
    { url: `${API_PATH}/sobjects`, headers: salesforceHeaders },
    {
      container: '{{body.sobjects}}',
      condition: '{{item.queryable && item.triggerable}}',
      label: fieldLabel,
      value: '{{item.name}}',
    },
  ),
  'object-fields': whenChosen(fieldsOf(CHOSEN)),
  'object-state-fields': whenChosen(
    described(CHOSEN, {
      container: '{{body.fields}}',
      condition: isStateful,
      label: fieldLabel,
      value: '{{item.name}}',
    }),
  ),
  'object-extra-fields': whenChosen(extraFieldsOf(CHOSEN)),
  'object-values': whenChosen(stateValues),
};

function lines(
  request: Request,
  { container, condition, label, value }: Lines,
  valid?: Record<string, string>,
): Request {
  return {
    ...request,
    log,
    response: {
      ...(valid === undefined ? {} : { valid }),
      limit: LINES,
      iterate: condition === undefined ? container : { container, condition },
      output: { label, value },
    },
  } as Record<string, Json>;
}

/** The procedures behind the dropdowns of the modules. */
export const dropdowns: readonly Rpc[] = Object.entries(requests).map(([source, communication]) => ({
  id: idOf(source),
  label: `Choices: ${source.replaceAll('-', ' ')}`,
  communication,
}));

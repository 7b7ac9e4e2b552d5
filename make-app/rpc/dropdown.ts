import type { Source } from '../../shared/operation/definition.ts';
import { PAGE } from '../../shared/operation/dropdown/channels.ts';
import { UNSHOWABLE } from '../../shared/operation/dropdown/opportunity-fields.ts';
import { SYSTEM } from '../../shared/operation/dropdown/opportunity-user-fields.ts';
import { API_PATH } from '../../shared/salesforce/api-version.ts';
import { STAGES_QUERY } from '../../shared/salesforce/stage.ts';
import { SLACK_API_URL } from '../../shared/slack/team.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { idOf, log, type Rpc } from '../component.ts';
import type { Request } from '../delivery/levels.ts';
import { salesforceHeaders, slackHeaders } from '../delivery/print-call.ts';

/** Lines a dropdown shows at most, as Make advises. */
const LINES = 500;

/** The roles in use; in an org without teams the part fails alone and the dropdown is empty. */
const ROLES_QUERY =
  'SELECT TeamMemberRole FROM OpportunityTeamMember WHERE TeamMemberRole != null GROUP BY TeamMemberRole ORDER BY TeamMemberRole';

interface Lines {
  readonly container: string;
  readonly condition?: string;
  readonly label: string;
  readonly value: string;
}

const describe = (object: string) => ({
  url: `${API_PATH}/sobjects/${object}/describe`,
  headers: salesforceHeaders,
});
const isShowable = `{{if(replace(item.type, '/^(${[...UNSHOWABLE].join('|')})$/g', emptystring), true, false)}}`;
const fieldLabel = '{{item.label}} ({{item.name}})';

/** What fills each dropdown, with the same lines as on Zapier. */
const requests: Readonly<Record<Source, Request>> = {
  'opportunity-stages': lines(
    { url: `${API_PATH}/query`, headers: salesforceHeaders, qs: { q: STAGES_QUERY } },
    {
      container: '{{body.records}}',
      condition: '{{item.IsActive}}',
      label: '{{item.MasterLabel}}',
      value: '{{item.ApiName}}',
    },
  ),
  'opportunity-fields': lines(describe('Opportunity'), {
    container: '{{body.fields}}',
    condition: isShowable,
    label: fieldLabel,
    value: '{{item.name}}',
  }),
  'extra-fields': lines(describe('Opportunity'), {
    container: '{{body.fields}}',
    condition: isShowable,
    label: fieldLabel,
    value: '{{item.name}}:{{item.type}}:{{item.label}}',
  }),
  'opportunity-user-fields': lines(describe('Opportunity'), {
    container: '{{body.fields}}',
    condition: `{{if(contains(item.referenceTo, 'User'), if(replace(item.name, '/^(${[...SYSTEM].join('|')})$/g', emptystring), true, false), false)}}`,
    label: fieldLabel,
    value: '{{item.name}}',
  }),
  'team-roles': lines(
    {
      url: `${API_PATH}/composite`,
      method: 'POST',
      headers: salesforceHeaders,
      body: {
        allOrNone: false,
        compositeRequest: [
          {
            method: 'GET',
            url: `${API_PATH}/query?q=${encodeURIComponent(ROLES_QUERY)}`,
            referenceId: 'roles',
          },
        ],
      },
    },
    {
      container:
        '{{if(body.compositeResponse[1].httpStatusCode < 400, body.compositeResponse[1].body.records, emptyarray)}}',
      label: '{{item.TeamMemberRole}}',
      value: '{{item.TeamMemberRole}}',
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

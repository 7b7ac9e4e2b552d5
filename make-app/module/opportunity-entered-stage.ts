import { queryText, type Template } from '../../shared/language/index.ts';
import type { Query } from '../../shared/language/query.ts';
import { opportunityEnteredStage as operation } from '../../shared/operation/opportunity-entered-stage.ts';
import { entriesSince, entryItem } from '../../shared/operation/opportunity-entry.ts';
import { API_PATH } from '../../shared/salesforce/api-version.ts';
import { opportunity } from '../../shared/signal/deal-room/fact.ts';
import { compileExpression, compileTemplate } from '../../shared/target/iml/compile.ts';
import { type Roots, rootsIn } from '../../shared/target/iml/roots.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import type { Request } from '../delivery/levels.ts';
import { salesforceHeaders } from '../delivery/print-call.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';

/** Minutes a poll stays behind the clock, so that changes committed late are not passed over. */
const BEHIND = 2;
/** Items "Choose where to start" offers. */
const STARTS = 300;

const SALESFORCE_INSTANT = 'YYYY-MM-DDTHH:mm:ss.SSSZZ';
const changedAt = 'ifempty(item.LastStageChangeDate, item.CreatedDate)';
const date = `{{parseDate(${changedAt}, '${SALESFORCE_INSTANT}', 'UTC')}}`;
const instant = (value: string) => `formatDate(${value}, 'YYYY-MM-DDTHH:mm:ss.SSS', 'UTC') + 'Z'`;

const deliveryName = operation.inputs.find(({ key }) => key === 'delivery_name');

/** One step only: "Choose where to start" repeats the last step without those before. */
const temp = {
  input: {
    stages: '{{ifempty(parameters.stages, emptyarray)}}',
    delivery_name: `{{ifempty(parameters.delivery_name, '${deliveryName?.default}')}}`,
    since: `{{if(data.lastDate, ${instant('data.lastDate')}, '1970-01-01T00:00:00.000Z')}}`,
    until: `{{${instant(`addMinutes(now, 0 - ${BEHIND})`)}}}`,
  },
  instanceUrl: '{{connection.instanceUrl}}',
} as const;

function places(prefix: string, record: string): Roots {
  return rootsIn(prefix, { parameters: 'temp.input', record });
}

/** Oldest first, so that the ones beyond the limit come with the next poll. */
const oldestFirst: Query = {
  ...entriesSince,
  select: [...entriesSince.select, opportunity('LastStageChangeDate'), opportunity('CreatedDate')],
  orderBy: [{ by: opportunity('LastStageChangeDate'), direction: 'ascending' }],
};

const newestFirst: Query = {
  ...oldestFirst,
  orderBy: [{ by: opportunity('LastStageChangeDate'), direction: 'descending' }],
  limit: STARTS,
};

const query = compileExpression(queryText(oldestFirst), places('q', 'temp.none'), true);
const start = compileExpression(queryText(newestFirst), places('q', 'temp.none'), true);
const item = compileTemplate(entryItem as Template, places('m', 'item'), true);

const request: Request = {
  url: `${API_PATH}/query`,
  headers: salesforceHeaders,
  temp: Object.assign({ ...temp }, ...query.steps, ...item.steps) as Json,
  qs: { q: `{{${query.expression}}}` },
  response: {
    limit: '{{parameters.limit}}',
    iterate: '{{body.records}}',
    trigger: { type: 'date', order: 'unordered', id: '{{item.Id}}', date },
    output: item.value,
  },
};

const epoch: Request = {
  qs: { q: `{{${start.expression}}}` },
  response: {
    limit: STARTS,
    iterate: '{{body.records}}',
    output: { label: '{{item.Name}} ({{item.StageName}})', date },
  },
};

/** How many entries one run of the scenario takes. */
const limit: Json = {
  name: 'limit',
  label: 'Limit',
  help: 'The most opportunities taken in one run; the others come with the next.',
  type: 'uinteger',
  required: true,
  default: 10,
};

/** Notices deals that enter a stage, by polling. */
export const opportunityEnteredStage: Module = {
  id: moduleName(operation),
  label: operation.label,
  description: operation.description,
  moduleType: 'trigger',
  communication: request,
  epoch,
  staticParams: [...operation.inputs.map(toParameter), limit],
  interface: operation.outputs.map(toInterface),
  samples: operation.sample as Json,
};

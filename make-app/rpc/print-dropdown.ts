import type { Dropdown, Line, Name, SlackItems } from '../../shared/operation/dropdown/dropdown.ts';
import { ROLE, rolesRequest } from '../../shared/operation/dropdown/role.ts';
import { API_PATH } from '../../shared/salesforce/api-version.ts';
import { SLACK_API_URL } from '../../shared/slack/team.ts';
import { compileExpression } from '../../shared/target/iml/compile.ts';
import { rootsIn } from '../../shared/target/iml/roots.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { log } from '../component.ts';
import type { Request } from '../delivery/levels.ts';
import { salesforceHeaders, slackHeaders } from '../delivery/print-call.ts';
import { eitherLine, type PrintedLine, printLine } from './print-line.ts';

/** Lines a dropdown shows at most, as Make advises. */
const LINES = 500;

/** Prints the request that fills a dropdown on Make; one that needs no request has none. */
export function printDropdown(dropdown: Dropdown): Request | undefined {
  switch (dropdown.from) {
    case 'fields':
      return printFields(dropdown.parts);
    case 'values':
      return printValues(dropdown);
    case 'rows':
      return printRows(dropdown);
    case 'roles':
      return printRoles(dropdown.teams);
    case 'objects':
      return lines(
        { url: `${API_PATH}/sobjects`, headers: salesforceHeaders },
        '{{body.sobjects}}',
        printLine(dropdown.line),
      );
    case 'slack':
      return printSlack(dropdown);
    case 'time-zones':
      return undefined;
  }
}

function printRows({ query, line }: Extract<Dropdown, { from: 'rows' }>): Request {
  const { steps, expression } = compileExpression(query, rootsIn('q'), true);
  const { constants, ...printed } = printLine(line);
  const q = query.kind === 'literal' ? String(query.value) : `{{${expression}}}`;
  return lines({ url: `${API_PATH}/query`, headers: salesforceHeaders, qs: { q } }, '{{body.records}}', {
    ...printed,
    constants: Object.assign({}, constants, ...steps),
  });
}

/** A second object is described by what Make takes for the next page. */
function printFields(parts: Extract<Dropdown, { from: 'fields' }>['parts']): Request {
  const [first, second, ...more] = parts;
  if (first === undefined || more.length > 0) throw new Error('Make describes one object or two.');
  const line = second === undefined ? first.line : eitherLine(first, second);
  const request = lines(describe(first.object), '{{body.fields}}', printLine(line));
  if (second === undefined) return whenChosen(first.object, request);
  return {
    ...request,
    pagination: {
      condition: `{{body.name == '${nameOf(first.object)}'}}`,
      url: describe(second.object).url,
    },
  };
}

function printValues({ object, field, line }: Extract<Dropdown, { from: 'values' }>): Request {
  const name = typeof field === 'string' ? `'${field}'` : `ifempty(parameters.${field.input}, '-')`;
  const of = (property: string) => `get(toCollection(body.fields, 'name', '${property}'), ${name})`;
  const values = `ifempty(${of('picklistValues')}, emptyarray)`;
  const container =
    typeof field === 'string'
      ? values
      : `if(ifempty(${of('type')}, '-') == 'boolean', temp.flags, ${values})`;
  const flags = ['true', 'false'].map((value) => ({ value, label: value, active: true }));
  const request = lines(describe(object), `{{${container}}}`, printLine(line));
  return whenChosen(
    object,
    typeof field === 'string' ? request : { ...request, temp: { ...(request.temp as object), flags } },
  );
}

function printRoles(teams: readonly string[]): Request {
  const { path, body } = rolesRequest(teams);
  const rows = teams.map((_, at) => {
    const part = `body.compositeResponse[${at + 1}]`;
    return `if(${part}.httpStatusCode < 400, ${part}.body.records, emptyarray)`;
  });
  const all = rows.reduce((merged, each) => `merge(${merged}, ${each})`);
  const output = { label: `{{item.${ROLE}}}`, value: `{{item.${ROLE}}}` };
  return lines(
    { url: path, method: 'POST', headers: salesforceHeaders, body: body as unknown as Json },
    `{{distinct(sort(${all}, '${ROLE}'), '${ROLE}')}}`,
    { constants: {}, condition: undefined, output },
  );
}

function printSlack({ method, parameters, list, none, line }: SlackItems & { readonly line: Line }): Request {
  const valid = {
    condition: '{{body.ok}}',
    type: 'InvalidConfigurationError',
    message: `Slack refused ${method}: {{ifempty(body.error, 'unknown_error')}}.`,
  };
  return lines(
    {
      url: new URL(method, SLACK_API_URL).href,
      headers: slackHeaders,
      ...(Object.keys(parameters).length > 0 && { qs: parameters }),
      ...('limit' in parameters && { pagination: NEXT_PAGE }),
    },
    `{{ifempty(body.${list}, emptyarray)}}`,
    printLine(line),
    none === undefined ? { valid } : {},
  );
}

/** The page after the one that Slack answered. */
const NEXT_PAGE = {
  condition: '{{if(body.response_metadata.next_cursor, true, false)}}',
  qs: { cursor: '{{body.response_metadata.next_cursor}}' },
} as const;

function lines(
  request: Request,
  container: string,
  { constants, condition, output }: PrintedLine,
  more: Readonly<Record<string, Json>> = {},
): Request {
  return {
    ...request,
    ...(Object.keys(constants).length > 0 && { temp: constants as Json }),
    log,
    response: {
      ...more,
      limit: LINES,
      iterate: condition === undefined ? container : { container, condition },
      output,
    },
  } as Request;
}

function describe(object: Name) {
  return { url: `${API_PATH}/sobjects/${nameOf(object)}/describe`, headers: salesforceHeaders } as const;
}

/** A name that the user typed cannot lead anywhere else. */
function nameOf(name: Name): string {
  return typeof name === 'string'
    ? name
    : `{{replace(ifempty(parameters.${name.input}, '-'), '/[^A-Za-z0-9_]+/g', '-')}}`;
}

/** As long as the user has chosen nothing the dropdown is empty. */
function whenChosen(name: Name, request: Request): Request {
  if (typeof name === 'string') return request;
  return {
    ...request,
    condition: { condition: `{{if(parameters.${name.input}, true, false)}}`, default: [] },
  };
}

import type { Connection } from '../../delivery/connection.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import { describeFields } from '../../salesforce/describe.ts';
import { compileValue } from '../../target/js/compile.ts';
import { isIdentifier } from '../../target/soql/literal.ts';
import { type Choice, type ChoicePage, choicesOf, type Item, NOTHING_ELSE } from './choice.ts';
import type { Dropdown, Name } from './dropdown.ts';
import { loadFromSlack } from './load-slack.ts';
import { type RolesAnswer, rolesIn, rolesRequest } from './role.ts';

/** What a dropdown is asked for. */
export interface Asked {
  /** The inputs filled so far, as far as the dropdown depends on them. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The `next` of an earlier page; without it the first lines are meant. */
  readonly from?: string;
}

type Org = Pick<Connection, 'salesforce' | 'slack'>;

/** Reads the lines of a dropdown from the connected org or workspace: one call, or one for each described object. */
export async function loadDropdown(
  dropdown: Dropdown,
  connection: Org,
  { inputs = {}, from }: Asked = {},
): Promise<ChoicePage> {
  const { salesforce, slack } = connection;
  const nameIn = (name: Name): string => {
    const text = typeof name === 'string' ? name : inputs[name.input];
    return typeof text === 'string' && isIdentifier(text) ? text : '';
  };
  const fieldsOf = async (object: Name) => {
    const name = nameIn(object);
    return name === '' ? [] : describeFields(salesforce, name);
  };
  switch (dropdown.from) {
    case 'fields': {
      const parts = dropdown.parts.map(async ({ object, line }) =>
        choicesOf((await fieldsOf(object)).map(asItem), line),
      );
      return { choices: (await Promise.all(parts)).flat() };
    }
    case 'values': {
      const wanted = nameIn(dropdown.field);
      const field = (await fieldsOf(dropdown.object)).find(({ name }) => name === wanted);
      return { choices: choicesOf(valuesIn(field), dropdown.line) };
    }
    case 'rows': {
      const scope = { ...NOTHING_ELSE, parameters: inputs, answer: undefined };
      const query = encodeURIComponent(String(compileValue(dropdown.query)(scope)));
      const path = from ?? `${API_PATH}/query?q=${query}`;
      const { records, nextRecordsUrl } = (await salesforce({ method: 'GET', path })) as {
        readonly records: readonly Item[];
        readonly nextRecordsUrl?: string;
      };
      return {
        choices: choicesOf(records, dropdown.line),
        ...(nextRecordsUrl === undefined ? {} : { next: nextRecordsUrl }),
      };
    }
    case 'roles': {
      const answer = await salesforce({ method: 'POST', ...rolesRequest(dropdown.teams) });
      return { choices: rolesIn(answer as RolesAnswer).map((role) => ({ id: role, label: role })) };
    }
    case 'objects': {
      const { sobjects } = (await salesforce({ method: 'GET', path: `${API_PATH}/sobjects` })) as {
        readonly sobjects: readonly Item[];
      };
      return { choices: choicesOf(sobjects, dropdown.line).toSorted(byLabel) };
    }
    case 'slack':
      return loadFromSlack(dropdown, slack, inputs, from);
    case 'time-zones':
      return {
        choices: ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => ({ id: name, label: name })),
      };
  }
}

const FLAGS: readonly Item[] = ['true', 'false'].map((value) => ({ value, label: value, active: true }));

function valuesIn(
  field: { readonly type: string; readonly picklistValues?: readonly object[] } | undefined,
): readonly Item[] {
  return field?.type === 'boolean' ? FLAGS : (field?.picklistValues ?? []).map(asItem);
}

function asItem(value: object): Item {
  return { ...value };
}

function byLabel(one: Choice, other: Choice): number {
  return one.label.toLowerCase() < other.label.toLowerCase() ? -1 : 1;
}

import type { Step } from '../delivery/step.ts';
import type { Query } from '../language/index.ts';
import type { Node } from '../language/node/node.ts';
import type { Template } from '../language/template.ts';
import { walk } from '../language/walk.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import type { Action } from './action.ts';
import type { PollingTrigger } from './polling-trigger.ts';
import type { Search } from './search.ts';

/** Rows of one object, or of one child relationship of an object, and what is done with them. */
export interface Access {
  /** API name, or `Object.Relationship` for rows that are read with their parent. */
  readonly rows: string;
  readonly does: 'read' | 'create' | 'edit';
  /** Fields, each once; parents joined with dots. */
  readonly fields: readonly string[];
}

/** Everything the pack can do. */
export interface Operations {
  readonly actions: readonly Action[];
  readonly searches: readonly Search[];
  readonly triggers: readonly PollingTrigger[];
}

/**
 * What operations read and write in Salesforce, as far as they say it themselves: objects and fields that an input names are
 * left out, since an admin grants those by choice.
 */
export function salesforceAccess({ actions, searches, triggers }: Operations): readonly Access[] {
  const found = new Map<string, Set<string>>();
  const note = (rows: string, does: Access['does'], fields: readonly string[]) => {
    const key = `${does} ${rows}`;
    found.set(key, new Set([...(found.get(key) ?? []), ...fields]));
  };
  const spoken = [
    ...actions.flatMap(({ delivery }) => [delivery.steps, delivery.release]),
    ...searches.map(({ before = [], call, notes, item }) => [before, call, notes, item]),
    ...triggers.map(({ read, before, named, starts }) => [read, before, named, queriesOf(starts.query)]),
  ];
  for (const query of spoken.flatMap(queriesIn)) noteQuery(query, note);
  for (const { delivery } of actions)
    for (const step of [...delivery.steps, ...delivery.release]) noteWrites(step, note);
  return [...found]
    .map(([key, fields]) => {
      const [does, rows = ''] = key.split(' ');
      return { rows, does: does as Access['does'], fields: [...fields].sort() };
    })
    .sort((a, b) => (`${a.rows} ${a.does}` < `${b.rows} ${b.does}` ? -1 : 1));
}

type Note = (rows: string, does: Access['does'], fields: readonly string[]) => void;

function queriesOf(query: Query): Template {
  return { kind: 'query-text', type: 'text', query } as Template;
}

function queriesIn(tree: unknown): readonly Query[] {
  const queries: Query[] = [];
  const seen = new Set<Node>();
  walk(tree as Template, 'operation', (node) => {
    if (seen.has(node)) return 'skip';
    seen.add(node);
    if (node.kind === 'query-text') queries.push(node.query);
    return undefined;
  });
  return queries;
}

function noteQuery({ from, children = [], ...query }: Query, note: Note): void {
  if (typeof from !== 'string') return;
  note(from, 'read', fieldsIn(query, note));
  for (const { relationship, ...child } of children)
    note(`${from}.${relationship}`, 'read', fieldsIn(child, note));
}

/** The fields of the queried rows; what a semi-join reads is noted apart. */
function fieldsIn(query: object, note: Note): readonly string[] {
  const paths: (readonly string[])[] = [];
  walk(query as Template, 'query', (node: Node) => {
    if (node.kind === 'query-text') return 'skip';
    if (node.kind === 'in-query') {
      note(node.query.from, 'read', fieldsIn([node.query.select, node.query.where], note));
      paths.push(...fieldsIn([node.value], note).map((field) => field.split('.')));
      return 'skip';
    }
    if (node.kind === 'field') paths.push(node.path);
    if (node.kind === 'named-field' && node.fallback.length > 0)
      paths.push([...node.fallback, ...node.suffix]);
    if (node.kind === 'entered') paths.push(node.path, node.changedAt, ['CreatedDate']);
    return undefined;
  });
  return paths.filter(({ length }) => length > 0).map((path) => path.join('.'));
}

const ROWS = `${API_PATH}/sobjects/`;

function noteWrites({ call }: Step, note: Note): void {
  if (call?.to !== 'salesforce') return;
  for (const { method, path, body = {} } of Object.values(call.parts)) {
    const text = typeof path === 'string' ? path : startOf(path);
    if (method === 'GET' || !text.startsWith(ROWS)) continue;
    const [object = ''] = text.slice(ROWS.length).split('/');
    note(object, method === 'POST' ? 'create' : 'edit', Object.keys(body));
  }
}

/** The fixed text that a path begins with. */
function startOf(path: Node): string {
  const first = path.kind === 'concat' ? path.parts[0] : path;
  return first?.kind === 'literal' ? String(first.value) : '';
}

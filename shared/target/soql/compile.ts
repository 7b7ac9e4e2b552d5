import { InvalidTreeError } from '../../language/invalid-tree-error.ts';
import type { Expression } from '../../language/node/node.ts';
import type { Aggregate, ChildQuery, Order, Query } from '../../language/query.ts';
import { compileWhere } from './condition.ts';
import { isIdentifier } from './literal.ts';
import { fieldPath, joined, type Parts, typedHole } from './operand.ts';
import type { SoqlPart, SoqlText } from './soql-text.ts';
import { write } from './write.ts';

/**
 * A query as SOQL in pieces. Throws NotExpressibleError for what SOQL cannot say, InvalidTreeError for what no query
 * can be. Salesforce's own limits hold: 20 child subqueries, 100,000 characters, 2,000 groups.
 *
 *     SELECT Id, Name FROM Opportunity WHERE StageName IN ('Closed Won') ORDER BY Name ASC NULLS LAST LIMIT 200
 */
export function compileQuery(query: Query): SoqlText {
  const children = (query.children ?? []).map((child, at) => compileChild(child, `children[${at}]`));
  return Object.freeze({
    parts: Object.freeze(settle(compileRows(query, query.from, children, 'query'))),
  });
}

function compileChild(child: ChildQuery, path: string): Parts {
  return ['(', ...compileRows(child, child.relationship, [], path), ')'];
}

type Rows = Pick<Query, 'select' | 'groupBy' | 'aggregates' | 'where' | 'orderBy' | 'limit'>;

function compileRows(query: Rows, from: Query['from'], children: readonly Parts[], path: string): Parts {
  const { groupBy = [], aggregates = [] } = query;
  const figures = [
    ...groupBy.map((group) => grouped(group, path)),
    ...aggregates.map((each) => named(each, path)),
  ];
  if (figures.length > 0 && query.select.length + children.length > 0)
    throw new InvalidTreeError('query', path, 'a query of groups and figures selects nothing else');
  const plain = query.select.length > 0 || children.length + figures.length === 0;
  return [
    'SELECT ',
    ...joined([...(plain ? [[selected(query.select, path)]] : []), ...figures, ...children], ', '),
    ' FROM ',
    source(from, path),
    ...(query.where ? [' WHERE ', ...compileWhere(query.where, `${path}.where`)] : []),
    ...(groupBy.length > 0
      ? [
          ' GROUP BY ',
          ...joined(
            groupBy.map(({ by }, at) => fieldPath(by, `${path}.groupBy[${at}]`)),
            ', ',
          ),
        ]
      : []),
    ...(query.orderBy
      ? [
          ' ORDER BY ',
          ...joined(
            query.orderBy.map((key, at) => order(key, `${path}.orderBy[${at}]`)),
            ', ',
          ),
        ]
      : []),
    ...(query.limit === undefined ? [] : [' LIMIT ', limit(query.limit, `${path}.limit`)]),
  ];
}

function source(from: Query['from'], path: string): SoqlPart {
  if (typeof from !== 'string') return { path: from };
  if (isIdentifier(from)) return from;
  throw new InvalidTreeError('query', path, `"${from}" is no object`);
}

function grouped({ by, as }: NonNullable<Query['groupBy']>[number], path: string): Parts {
  return [...fieldPath(by, `${path}.groupBy`), ` ${alias(as, path)}`];
}

function named(aggregate: Aggregate, path: string): Parts {
  return [...figure(aggregate, path), ` ${alias(aggregate.as, path)}`];
}

function figure({ figure, of }: Aggregate, path: string): Parts {
  return [`${figure.toUpperCase()}(`, ...fieldPath(of, `${path}.aggregates`), ')'];
}

function alias(name: string, path: string): string {
  if (/^[a-z][A-Za-z0-9]*$/.test(name)) return name;
  throw new InvalidTreeError('query', path, `"${name}" is no name for a group or figure`);
}

function selected(select: readonly Expression[], path: string): Parts[number] {
  for (const [at, each] of select.entries())
    if (each.type === 'list')
      throw new InvalidTreeError(each.kind, `${path}.select[${at}]`, 'a list is no column');
    else if (each.kind === 'field') fieldPath(each, `${path}.select[${at}]`);
  return { fields: select };
}

function order({ by, direction }: Order, path: string): Parts {
  const key = 'figure' in by ? figure(by, path) : fieldPath(by, `${path}.by`);
  return [...key, direction === 'ascending' ? ' ASC NULLS LAST' : ' DESC NULLS LAST'];
}

function limit(count: NonNullable<Query['limit']>, path: string): SoqlPart {
  if (typeof count !== 'number') return typedHole(count, path);
  if (Number.isInteger(count) && count > 0) return String(count);
  throw new InvalidTreeError('query', path, `${count} is no count of rows`);
}

/** Constants written out, and texts that follow each other as one. */
function settle(parts: Parts): Parts {
  const settled: Parts[number][] = [];
  for (const part of parts.map(writeConstant)) {
    const last = settled.at(-1);
    if (typeof part === 'string' && typeof last === 'string') settled[settled.length - 1] = last + part;
    else settled.push(part);
  }
  return settled;
}

function writeConstant(part: SoqlPart): SoqlPart {
  if (typeof part === 'string') return part;
  if ('cases' in part)
    return {
      cases: part.cases.map(({ when, parts }) => ({ when, parts: settle(parts) })),
      otherwise: settle(part.otherwise),
    };
  if (!('as' in part) || part.value.kind !== 'literal') return part;
  if (part.as === 'days-ago' || part.as === 'days-ahead') return part;
  const written = write[part.as](part.value.value, 'a constant of the query', 0);
  if (written !== undefined) return written;
  throw new InvalidTreeError('literal', 'query', `${JSON.stringify(part.value.value)} is no ${part.as}`);
}

import { InvalidTreeError } from '../../language/invalid-tree-error.ts';
import type { Expression } from '../../language/node/node.ts';
import type { ChildQuery, Order, Query } from '../../language/query.ts';
import { compileWhere } from './condition.ts';
import { isIdentifier } from './literal.ts';
import { fieldPath, joined, type Parts } from './operand.ts';
import type { SoqlPart, SoqlText } from './soql-text.ts';
import { write } from './write.ts';

/**
 * A query as SOQL in pieces. Throws NotExpressibleError for what SOQL cannot say, InvalidTreeError for what no query
 * can be. Salesforce's own limits hold: 20 child subqueries, 100,000 characters.
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

function compileRows(query: Rows, from: string, children: readonly Parts[], path: string): Parts {
  if (!isIdentifier(from)) throw new InvalidTreeError('query', path, `"${from}" is no object`);
  return [
    'SELECT ',
    ...joined(
      [
        ...(query.select.length > 0 || children.length === 0 ? [[selected(query.select, path)]] : []),
        ...children,
      ],
      ', ',
    ),
    ` FROM ${from}`,
    ...(query.where ? [' WHERE ', ...compileWhere(query.where, `${path}.where`)] : []),
    ...(query.orderBy
      ? [
          ' ORDER BY ',
          ...joined(
            query.orderBy.map((key, at) => order(key, `${path}.orderBy[${at}]`)),
            ', ',
          ),
        ]
      : []),
    ...(query.limit === undefined ? [] : [` LIMIT ${limit(query.limit, path)}`]),
  ];
}

type Rows = Pick<Query, 'select' | 'where' | 'orderBy' | 'limit'>;

function selected(select: readonly Expression[], path: string): Parts[number] {
  for (const [at, each] of select.entries())
    if (each.type === 'list')
      throw new InvalidTreeError(each.kind, `${path}.select[${at}]`, 'a list is no column');
    else if (each.kind === 'field') fieldPath(each, `${path}.select[${at}]`);
  return { fields: select };
}

function order({ by, direction }: Order, path: string): Parts {
  return [...fieldPath(by, `${path}.by`), direction === 'ascending' ? ' ASC NULLS LAST' : ' DESC NULLS LAST'];
}

function limit(count: number, path: string): number {
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidTreeError('query', `${path}.limit`, `${count} is no count of rows`);
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
  if (typeof part === 'string' || !('as' in part) || part.value.kind !== 'literal') return part;
  if (part.as === 'days-ago' || part.as === 'days-ahead') return part;
  const written = write[part.as](part.value.value, 'a constant of the query', 0);
  if (written !== undefined) return written;
  throw new InvalidTreeError('literal', 'query', `${JSON.stringify(part.value.value)} is no ${part.as}`);
}

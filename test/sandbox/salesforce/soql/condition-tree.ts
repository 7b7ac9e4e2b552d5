import type { FunctionExp, HavingClause, Query, WhereClause } from 'soql-parser-js';
import { malformed } from './malformed.ts';

/** One comparison as the parser gives it: a field or a call, an operator, and literals or a subquery. */
export interface Comparison {
  readonly field?: string;
  readonly fn?: FunctionExp;
  readonly operator: string;
  readonly value?: string | readonly string[];
  readonly literalType?: string | readonly string[];
  readonly valueQuery?: Query;
}

interface Parentheses {
  readonly openParen?: number;
  readonly closeParen?: number;
}

/** A WHERE or HAVING clause with its nesting. */
export type ConditionTree =
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'not'; readonly of: ConditionTree }
  | { readonly kind: 'and' | 'or'; readonly of: readonly ConditionTree[] };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly comparison: Comparison };

/**
 * Gives the parser's flat chain its nesting. A level is one comparison, one NOT, or parts joined by one operator:
 * mixing AND and OR, or NOT after AND or OR, needs parentheses in Salesforce and is MALFORMED_QUERY without.
 */
export function conditionTree(clause: WhereClause | HavingClause): ConditionTree {
  const tokens: Token[] = [];
  collect(clause, tokens);
  let position = 0;

  const unexpected = () => {
    const token = tokens[position];
    const text = token === undefined ? '<EOF>' : typeof token === 'string' ? token : 'condition';
    return malformed(`unexpected token: '${text}'`);
  };
  const level = (): ConditionTree => {
    if (tokens[position] === 'NOT') {
      position++;
      return { kind: 'not', of: part() };
    }
    const parts = [part()];
    const operator = tokens[position];
    if (operator !== 'AND' && operator !== 'OR') return parts[0] as ConditionTree;
    while (tokens[position] === operator) {
      position++;
      parts.push(part());
    }
    return { kind: operator === 'AND' ? 'and' : 'or', of: parts };
  };
  const part = (): ConditionTree => {
    const token = tokens[position];
    if (token === '(') {
      position++;
      const inner = level();
      if (tokens[position] !== ')') throw unexpected();
      position++;
      return inner;
    }
    if (token === undefined || typeof token === 'string') throw unexpected();
    position++;
    return { kind: 'comparison', comparison: token.comparison };
  };

  const tree = level();
  if (position < tokens.length) throw unexpected();
  return tree;
}

interface Link {
  readonly left: (Comparison & Parentheses) | Parentheses | null;
  readonly operator?: 'AND' | 'OR' | 'NOT';
  readonly right?: Link;
}

function collect(clause: WhereClause | HavingClause, tokens: Token[]): void {
  for (let link: Link | undefined = clause as Link; link !== undefined; link = link.right) {
    const left: Link['left'] = link.left;
    for (let count = left?.openParen ?? 0; count > 0; count--) tokens.push('(');
    if (left !== null && 'operator' in left) tokens.push({ comparison: left });
    for (let count = left?.closeParen ?? 0; count > 0; count--) tokens.push(')');
    if (link.operator !== undefined) tokens.push(link.operator);
  }
}

import soql, { type Query } from 'soql-parser-js';
import { malformed } from './malformed.ts';

/** The longest query Salesforce takes, in characters. */
const LONGEST = 100_000;

/** Parses a query; what the parser does not take is MALFORMED_QUERY. */
export function parse(text: string): Query {
  if (text.length > LONGEST) throw malformed('SOQL statements cannot be longer than 100000 characters.');
  try {
    return soql.parseQuery(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const found = /(?:but found: '*|unexpected character: ->)([^'\n]+?)(?:'|<-|$)/m.exec(reason)?.[1];
    throw malformed(`\n${text.slice(0, 200)}\nERROR: unexpected token: '${found ?? '<EOF>'}'`);
  }
}

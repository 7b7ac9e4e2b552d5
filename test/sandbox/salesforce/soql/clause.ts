import type { QueryBase } from 'soql-parser-js';
import { badRequest } from '../error.ts';
import { malformed } from './malformed.ts';

const HIGHEST_OFFSET = 2000;

/** Refuses the clauses the stand-in does not have, so that none is silently left out. */
export function refuseUnsupported(query: QueryBase): void {
  const unsupported: readonly (readonly [string, unknown])[] = [
    ['USING SCOPE', query.usingScope],
    ['WITH DATA CATEGORY', query.withDataCategory],
    ['WITH SECURITY_ENFORCED', query.withSecurityEnforced],
    ['WITH', query.withAccessLevel],
    ['FOR', query.for],
    ['UPDATE', query.update],
  ];
  for (const [clause, value] of unsupported)
    if (value !== undefined) throw malformed(`unexpected token: '${clause}'`);
  if ((query.offset ?? 0) > HIGHEST_OFFSET)
    throw badRequest('NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000');
}

import { badRequest, type SalesforceFault } from '../error.ts';

/** The refusal of a query that cannot be parsed, or that uses what SOQL or this stand-in does not have. */
export function malformed(reason: string): SalesforceFault {
  return badRequest('MALFORMED_QUERY', reason);
}

/** The refusal of a comparison the field's type does not allow. */
export function invalidFilter(reason: string): SalesforceFault {
  return badRequest('INVALID_QUERY_FILTER_OPERATOR', reason);
}

/** The refusal of a field where it may not be used. */
export function invalidField(reason: string): SalesforceFault {
  return badRequest('INVALID_FIELD', reason);
}

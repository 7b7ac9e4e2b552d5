import { badRequest, type SalesforceFault } from '../error.ts';

/** The refusal of an object this org does not have, or the connected user may not see. */
export function unknownSobject(name: string): SalesforceFault {
  return badRequest(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

/** Where a wrong My Domain leads: to no host at all, so that no secret leaves. */
const NOWHERE = 'my-domain-is-not-valid.invalid';

const typed =
  "replace(replace(lower(trim(ifempty(parameters.myDomain, 'none'))), '/^https:\\/\\//g', emptystring), '/\\/+$/g', emptystring)";

/**
 * IML for the host to sign in at. Only Salesforce's own hosts come out of it, because the client secret is sent there.
 */
export const loginHost = `if(parameters.myDomain, if(replace(${typed}, '/^[a-z0-9-]+([.][a-z0-9-]+)*[.]my[.]salesforce[.]com$/g', emptystring), '${NOWHERE}', ${typed}), if(parameters.loginHost == 'test.salesforce.com', 'test.salesforce.com', 'login.salesforce.com'))`;

/** IML that is true for an https origin that belongs to Salesforce. */
export function isInstance(path: string): string {
  return `if(${path}, if(replace(${path}, '/^https:\\/\\/[a-z0-9-]+([.][a-z0-9-]+)*[.]salesforce[.]com$/g', emptystring), false, true), false)`;
}

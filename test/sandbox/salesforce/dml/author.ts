/** Who writes, and by what way. */
export interface Author {
  readonly userId: string;
  /** As change events tell it: `com/salesforce/api/<api>/<version>;client=<name>`; empty for automation. */
  readonly changeOrigin: string;
}

/** A person who works in Lightning Experience. */
export function personIn(userId: string): Author {
  return { userId, changeOrigin: 'com/salesforce/api/soap/68.0;client=SfdcInternalAPI/' };
}

/** A client of the REST API; `client` is the name it sent as `Sforce-Call-Options: client=…`, or empty. */
export function restClient(userId: string, version: string, client: string): Author {
  const origin = `com/salesforce/api/rest/${version}`;
  return { userId, changeOrigin: client === '' ? origin : `${origin};client=${client}` };
}

import type { Answered } from '../../serve.ts';
import type { ShownCall } from './platform-run.ts';

/** Characters of a query that are shown. */
const QUERY = 90;

/** A call as people read it: the method of Slack, or what is asked of Salesforce. */
export function shownCall({ call, status, milliseconds }: Answered): ShownCall {
  const isSlack = call.service === 'slack';
  return {
    service: isSlack ? 'Slack' : 'Salesforce',
    what: isSlack ? call.path.replace(/^\/api\//, '') : salesforceCall(call),
    status,
    milliseconds,
  };
}

function salesforceCall({ method, path, query, body }: Answered['call']): string {
  const resource = path.replace(/^\/services\/data\/v[\d.]+\//, '');
  if (resource === 'composite') return `composite: ${partsOf(body).join(', ')}`;
  const soql = query.get('q');
  if (soql !== null) return `query: ${soql.slice(0, QUERY)}${soql.length > QUERY ? '…' : ''}`;
  return `${method} ${resource}`;
}

/** The names of the parts of a Composite call. */
function partsOf(body: string): readonly string[] {
  try {
    const { compositeRequest } = JSON.parse(body) as {
      readonly compositeRequest: readonly { readonly referenceId: string }[];
    };
    return compositeRequest.map(({ referenceId }) => referenceId);
  } catch {
    return ['not readable'];
  }
}

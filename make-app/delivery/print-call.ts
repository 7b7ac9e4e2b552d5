import type { Call, CompositeCall, SlackCall } from '../../shared/delivery/step.ts';
import { answer, choose, fallback, greaterOrEqual, less, literal } from '../../shared/language/index.ts';
import type { Node } from '../../shared/language/node/node.ts';
import type { Template } from '../../shared/language/template.ts';
import { API_PATH } from '../../shared/salesforce/api-version.ts';
import { SLACK_API_URL } from '../../shared/slack/team.ts';
import { compileTemplate } from '../../shared/target/iml/compile.ts';
import type { Step as Assignments } from '../../shared/target/iml/place.ts';
import { type Roots, rootsIn } from '../../shared/target/iml/roots.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Request } from './levels.ts';
import { rootsOf } from './place.ts';
import { replaceNodes } from './replace-nodes.ts';

/** A call as Make makes it. */
export interface PrintedCall {
  /** What must be in `temp` first. */
  readonly steps: readonly Assignments[];
  readonly request: Request;
}

/** The header that authorises a request to Salesforce; Base adds none, so that no token goes to the other's host. */
export const salesforceHeaders = { authorization: 'Bearer {{connection.accessToken}}' } as const;

/** The header that authorises a request to Slack. */
export const slackHeaders = { authorization: 'Bearer {{connection.slackBotToken}}' } as const;

/**
 * Prints the request of a call. `prefix` is as in `Roots`; with `inline` only constants are put into `temp` first, and `roots` tells
 * where the rest is.
 */
export function printCall(
  call: Call,
  prefix: string,
  inline = false,
  roots: Partial<Roots> = {},
): PrintedCall {
  return call.to === 'slack' ? printSlack(call, prefix) : printComposite(call, prefix, inline, roots);
}

/** Reads are sent as forms, since several of them take no JSON. */
function printSlack({ method, body, reads }: SlackCall, prefix: string): PrintedCall {
  const { steps, value } = compileTemplate(body, rootsOf(prefix));
  const url = new URL(method, SLACK_API_URL).href;
  if (reads)
    return {
      steps,
      request: { url, method: 'POST', headers: slackHeaders, type: 'urlencoded', body: value },
    };
  const headers = { ...slackHeaders, 'content-type': 'application/json; charset=utf-8' };
  return { steps, request: { url, method: 'POST', headers, body: value } };
}

function printComposite(
  { allOrNone, parts }: CompositeCall,
  prefix: string,
  inline: boolean,
  roots: Partial<Roots>,
): PrintedCall {
  const compositeRequest = Object.entries(parts).map(([referenceId, { method, path, body }]) => ({
    method,
    url: path,
    referenceId,
    ...(body === undefined ? {} : { body }),
  }));
  const { steps, value } = compileTemplate(
    { allOrNone, compositeRequest } as Template,
    inline ? rootsIn(prefix, roots) : rootsOf(prefix),
    inline,
  );
  return { steps, request: { ...compositeRequestTo(value) } };
}

function compositeRequestTo(body: Json): Request {
  return { url: `${API_PATH}/composite`, method: 'POST', headers: salesforceHeaders, body };
}

/**
 * The tree with parts of the answer where Make finds them: of a Composite call by position, not by name. What a part
 * answers is a list of errors or something else, so each is read only when it is that: the other would have no meaning.
 * The `errorCode` and the `message` of an entry are those of a refusal.
 */
export function answerPaths<T>(tree: T, call: Call | undefined): T {
  if (call?.to !== 'salesforce') return tree;
  const names = Object.keys(call.parts);
  return replaceNodes(tree, (node: Node) => {
    if (node.kind !== 'answer') return undefined;
    const [part, field, ...rest] = node.path;
    const position = names.indexOf(String(part));
    if (position < 0) return undefined;
    const status = answer('number', 'compositeResponse', position, 'httpStatusCode');
    if (field === 'status') return status;
    const value = answer(node.type, 'compositeResponse', position, 'body', ...rest);
    const isThere =
      rest[0] === 0 && ['errorCode', 'message'].includes(String(rest.at(-1)))
        ? greaterOrEqual(fallback(status, 0), 400)
        : less(fallback(status, 500), 400);
    return choose(node.type, [[isThere, value]], literal(node.type, node.type === 'list' ? [] : null));
  });
}

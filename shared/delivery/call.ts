import type { DealwireError } from '../error.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import { salesforceProblemOf } from '../salesforce/problem.ts';
import { slackProblem } from '../slack/problem.ts';
import { compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { repeated } from './repeat.ts';
import type { Context } from './run.ts';
import type { Call, CompositeCall, SlackCall } from './step.ts';

/** The answer to a step's call: Slack's JSON, or the parts of a Composite call by name. */
export type Answer = Readonly<Record<string, unknown>>;

/** An answer, and the refusal in it that the step cannot live with. */
export interface Answered {
  readonly answer?: Answer;
  readonly problem?: DealwireError;
}

/** Compiles a call. What it throws had no answer; a refusal comes back beside the answer, so that notes are kept. */
export function prepareCall(call: Call): (context: Context, scope: Scope) => Promise<Answered> {
  return call.to === 'slack' ? prepareSlack(call) : prepareComposite(call);
}

function prepareSlack(call: SlackCall): (context: Context, scope: Scope) => Promise<Answered> {
  const body = compileTemplate(call.body);
  return (context, scope) => {
    const sent = body(scope) as Record<string, unknown>;
    return repeated(context, call.reads === true, async () => {
      const answer = await context.slack(call.method, sent);
      if (answer.ok || accepts(call.accept, answer.error)) return { answer };
      return {
        answer,
        problem: slackProblem(call.method, { ...answer, ok: false, error: answer.error ?? 'unknown_error' }),
      };
    });
  };
}

function prepareComposite({
  allOrNone,
  parts,
  once,
}: CompositeCall): (context: Context, scope: Scope) => Promise<Answered> {
  const compiled = Object.entries(parts).map(([referenceId, { method, path, body }]) =>
    compileTemplate({ method, url: path, referenceId, ...(body === undefined ? {} : { body }) }),
  );
  return (context, scope) => {
    const body = { allOrNone, compositeRequest: compiled.map((part) => part(scope)) };
    return repeated(context, once !== true, async () => {
      const { compositeResponse } = (await context.salesforce({
        method: 'POST',
        path: `${API_PATH}/composite`,
        body,
      })) as {
        readonly compositeResponse: readonly PartAnswer[];
      };
      const answer = Object.fromEntries(
        compositeResponse.map((part) => [part.referenceId, { status: part.httpStatusCode, body: part.body }]),
      );
      const refused = compositeResponse.find(
        (part) => part.httpStatusCode >= 400 && !accepts(parts[part.referenceId]?.accept, codeOf(part.body)),
      );
      return refused === undefined ? { answer } : { answer, problem: salesforceProblemOf(refused.body) };
    });
  };
}

interface PartAnswer {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly body: unknown;
}

function codeOf(body: unknown): string | undefined {
  return (body as readonly { errorCode?: string }[] | undefined)?.[0]?.errorCode;
}

function accepts(accept: readonly string[] | 'any' | undefined, code: string | undefined): boolean {
  return accept === 'any' || (code !== undefined && (accept?.includes(code) ?? false));
}

import { DealwireError, MissingScopeError, SalesforceUnavailableError, SlackRefusedError } from '../error.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import { salesforceProblemOf } from '../salesforce/problem.ts';
import { slackProblem } from '../slack/problem.ts';
import { compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { repeated } from './repeat.ts';
import type { Context } from './run.ts';
import type { Call, CompositeCall, Part, SlackCall } from './step.ts';

/** The answer to a step's call: Slack's JSON, or the parts of a Composite call by name. */
export type Answer = Readonly<Record<string, unknown>>;

/** An answer, and the refusal in it. */
export interface Answered {
  readonly answer?: Answer;
  readonly problem?: DealwireError;
  /** The step can live with the refusal if repeating the call does not cure it. */
  readonly accepted?: boolean;
}

type Make = (context: Context, scope: Scope) => Promise<Answered>;

/**
 * Compiles a call. What it throws had no answer; a refusal that the step cannot live with comes back beside the answer,
 * so that notes are kept.
 */
export function prepareCall(call: Call): Make {
  const make = call.to === 'slack' ? prepareSlack(call) : prepareComposite(call);
  return async (context, scope) => {
    const { answer, problem, accepted = false } = await make(context, scope);
    return { ...(answer && { answer }), ...(problem && !accepted ? { problem } : {}) };
  };
}

function prepareSlack({ method, body, accept, reads }: SlackCall): Make {
  const compiled = compileTemplate(body);
  return (context, scope) => {
    const sent = compiled(scope) as Record<string, unknown>;
    return repeated(context, { repeat: reads === true, late: reads === true }, async () => {
      const answer = await context.slack(method, sent);
      if (answer.ok) return { answer };
      const error = answer.error ?? 'unknown_error';
      const problem = slackProblem(method, { ...answer, ok: false, error });
      return { answer, problem, accepted: stands(problem) && accepts(accept, error) };
    });
  };
}

/** The same call would be refused again; waiting or a new token cures the others. */
function stands(problem: DealwireError): boolean {
  return problem instanceof SlackRefusedError || problem instanceof MissingScopeError;
}

function prepareComposite({ allOrNone, parts, once, mayFail }: CompositeCall): Make {
  const compiled = Object.entries(parts).map(([referenceId, { method, path, body }]) =>
    compileTemplate({ method, url: path, referenceId, ...(body === undefined ? {} : { body }) }),
  );
  return async (context, scope) => {
    const compositeRequest = compiled.map((part) => part(scope)) as PartRequest[];
    try {
      return await repeated(context, { repeat: once !== true, late: true }, async () => {
        const { compositeResponse } = (await context.salesforce({
          method: 'POST',
          path: `${API_PATH}/composite`,
          body: { allOrNone, compositeRequest },
        })) as { readonly compositeResponse: readonly PartAnswer[] };
        return judge(parts, compositeRequest, compositeResponse);
      });
    } catch (error) {
      if (mayFail && error instanceof DealwireError) return { answer: { problem: error.code } };
      throw error;
    }
  };
}

interface PartRequest {
  readonly referenceId: string;
  readonly url: string;
}

interface PartAnswer {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly body: unknown;
}

/** The first refusal that the step cannot live with, else the first that a repeat may cure. */
function judge(
  parts: Readonly<Record<string, Part>>,
  requests: readonly PartRequest[],
  answers: readonly PartAnswer[],
): Answered {
  const answer = Object.fromEntries(
    answers.map(({ referenceId, httpStatusCode, body }) => [referenceId, { status: httpStatusCode, body }]),
  );
  const refusals = answers
    .filter(({ httpStatusCode }) => httpStatusCode >= 400)
    .map(({ referenceId, body }) => ({
      problem: salesforceProblemOf(body, requests.find((part) => part.referenceId === referenceId)?.url),
      accepted: accepts(parts[referenceId]?.accept, codeOf(body)),
    }));
  const worst =
    refusals.find(({ accepted }) => !accepted) ??
    refusals.find(({ problem }) => problem instanceof SalesforceUnavailableError);
  return { answer, ...worst };
}

function codeOf(body: unknown): string | undefined {
  return (body as readonly { errorCode?: string }[] | undefined)?.[0]?.errorCode;
}

function accepts(accept: readonly string[] | 'any' | undefined, code: string | undefined): boolean {
  return accept === 'any' || (code !== undefined && (accept?.includes(code) ?? false));
}

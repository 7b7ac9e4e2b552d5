import type { EmulateAnswer } from './emulate.ts';
import type { Input } from './input.ts';
import { Refusal } from './refusal.ts';
import type { Token } from './store/records.ts';
import type { Workspace } from './workspace.ts';

/** One call of a method by the owner of a token. */
export interface MethodCall {
  readonly workspace: Workspace;
  readonly input: Input;
  readonly token: Token;
  /** What emulate's own route answers; `changes` replace arguments. */
  emulate(changes?: Input): Promise<EmulateAnswer>;
}

/** The fields of an answer beside `ok`. */
export type Answer = Readonly<Record<string, unknown>>;

/** Scopes of which any one is enough. */
export type Alternatives = readonly string[];

/** The published rate limits: per minute for the tiers, chat.postMessage and the generous rest apart. */
export type Tier = 1 | 2 | 3 | 4 | 'post' | 'hundreds';

/** One Web API method as the stand-in answers it. */
export interface Method {
  readonly name: string;
  /** `GET` methods are reads: they answer GET and POST and ignore a JSON body. */
  readonly verb: 'GET' | 'POST';
  readonly tier: Tier;
  /** The scopes this call needs: one of each entry's alternatives. */
  readonly scopes: readonly Alternatives[] | ((call: MethodCall) => readonly Alternatives[]);
  /** Answers the call; throws a `Refusal` where Slack answers `ok: false`. */
  readonly answer: (call: MethodCall) => Answer | Promise<Answer>;
}

/** The scopes of a call, as alternatives. */
export const neededScopes = (method: Method, call: MethodCall) =>
  typeof method.scopes === 'function' ? method.scopes(call) : method.scopes;

/** Throws `missing_scope` with `needed` and `provided` unless the token has one scope of each entry. */
export function checkScopes(needed: readonly Alternatives[], token: Token): void {
  const missing = needed.filter(
    (alternatives) => !alternatives.some((scope) => token.scopes.includes(scope)),
  );
  if (missing.length > 0)
    throw new Refusal('missing_scope', {
      needed: missing.flat().join(','),
      provided: token.scopes.join(','),
    });
}

/** Passes emulate's answer on; throws when it is a refusal. */
export async function passOn(call: MethodCall, changes?: Input): Promise<EmulateAnswer> {
  const answer = await call.emulate(changes);
  if (answer.ok) return answer;
  const { ok: _, error, ...details } = answer;
  throw new Refusal(error ?? 'internal_error', details);
}

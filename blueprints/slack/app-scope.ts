import * as operations from '../../shared/operation/operations.ts';
import { slackCalls } from '../../shared/operation/slack-calls.ts';
import { scopesOf } from '../../shared/slack/method-scope.ts';
import { type Scope, type ScopeUse, scopes } from '../../shared/slack/scope.ts';

/** A scope of the app, why it has it, and what asks for it. */
export interface AppScope extends ScopeUse {
  readonly scope: Scope;
  readonly methods: readonly string[];
  /** The labels of the operations that call one of the methods. */
  readonly callers: readonly string[];
}

/** The scopes that the operations ask for, in the order of their names; `more` are those of features without a method. */
export function appScopes(more: readonly Scope[] = []): readonly AppScope[] {
  const uses = slackCalls(operations);
  const asked = new Set([...uses.flatMap(({ method }) => scopesOf(method)), ...more]);
  return [...asked].sort().map((scope) => {
    const askers = uses.filter(({ method }) => scopesOf(method).includes(scope));
    return {
      ...scopes[scope],
      scope,
      methods: askers.map(({ method }) => method),
      callers: [...new Set(askers.flatMap(({ callers }) => callers))],
    };
  });
}

import {
  DealwireError,
  InvalidInputError,
  SalesforceGrantRevokedError,
  SalesforceLimitedError,
  SalesforceRefusedError,
  SalesforceSessionExpiredError,
  SalesforceUnavailableError,
  SlackLimitedError,
  SlackTokenRevokedError,
  SlackUnavailableError,
} from '../../shared/error.ts';
import { tokenProblem } from '../../shared/salesforce/oauth.ts';
import { slackProblem } from '../../shared/slack/problem.ts';
import type { Answer, Question } from './check.ts';
import type { Patient, Side } from './patient.ts';

/** Why something could not be asked at all. */
export class NotAskedError extends Error {}

/** Asks a question. Throws NotAskedError when the side that it goes to cannot be reached for lack of a token. */
export type Asker = (question: Question) => Promise<Answer>;

/** Asks each question once, however many checks have it. */
export function askerOf(patient: Patient): Asker {
  const asked = new Map<string, Promise<Answer>>();
  return (question) => {
    const key = JSON.stringify(question);
    const known = asked.get(key) ?? ask(patient, question);
    asked.set(key, known);
    return known;
  };
}

async function ask(patient: Patient, question: Question): Promise<Answer> {
  try {
    switch (question.to) {
      case 'salesforce': {
        const { method = 'GET', path, body } = question;
        return { body: await reach(patient.salesforce)({ method, path, body }) };
      }
      case 'slack': {
        const answer = await reach(patient.slack)(question.method, question.body ?? {});
        if (answer.ok) return { body: answer };
        const { error = 'unknown_error' } = answer;
        return { body: answer, problem: slackProblem(question.method, { ...answer, ok: false, error }) };
      }
      case 'sign-in': {
        const { status, body } = await reach(patient.signIn)();
        return status === 200 ? { body } : { body, problem: tokenProblem(status, body) };
      }
    }
  } catch (error) {
    if (error instanceof DealwireError) return { problem: error };
    throw error;
  }
}

function reach<T>(side: Side<T>): T {
  if ('call' in side) return side.call;
  if ('problem' in side) throw side.problem;
  throw new NotAskedError(side.missing);
}

/** Codes by which a whole org, not one object, is closed to the user. */
const CLOSED = ['API_DISABLED_FOR_ORG', 'INVALID_SESSION_ID'];

/** The problem stands in the way of every other question to the same side. */
export function isFatal(problem: DealwireError): boolean {
  if (problem instanceof SalesforceRefusedError) return CLOSED.includes(problem.errorCode);
  return [
    InvalidInputError,
    SalesforceGrantRevokedError,
    SalesforceLimitedError,
    SalesforceSessionExpiredError,
    SalesforceUnavailableError,
    SlackLimitedError,
    SlackTokenRevokedError,
    SlackUnavailableError,
  ].some((kind) => problem instanceof kind);
}

import { DIRECTIVE_ERROR_TYPES, type DirectiveErrorType, MakeAppError, MakeError } from '../error.ts';
import type { ErrorDirectives, ResponseDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import type { Answer } from './answer.ts';
import { isMet, render, renderText } from './render.ts';
import type { Session, Variables } from './session.ts';

/** Throws the MakeError that `valid`, `error` and the status of an answer call for; returns when the answer is good. */
export function judge(
  session: Session,
  response: ResponseDirectives,
  answer: Answer,
  more: Variables,
  place: string,
): void {
  const { valid } = response;
  const condition = typeof valid === 'object' ? valid.condition : valid;
  const failed = answer.statusCode >= 400;
  if (failed) {
    if (condition !== undefined && isRescued(session, condition, more, place))
      refuse('valid-rescue', `${session.file} ${place}`);
    throw failure(session, response.error, answer, more, place);
  }
  if (isMet(session, condition, more, `${place}/response/valid`)) return;
  if (typeof valid === 'object' && valid.message !== undefined)
    throw worded(session, valid.message, valid.type, answer, more, `${place}/response/valid`);
  throw failure(session, response.error, answer, more, place);
}

/** Whether the condition would turn an HTTP error into a success; one that cannot even be computed does not. */
function isRescued(session: Session, condition: boolean | string, more: Variables, place: string): boolean {
  try {
    return isMet(session, condition, more, `${place}/response/valid`);
  } catch {
    return false;
  }
}

function failure(
  session: Session,
  error: ErrorDirectives | undefined,
  answer: Answer,
  more: Variables,
  place: string,
): MakeError {
  const { statusCode, statusText } = answer;
  if (error === undefined) {
    const text = statusCode < 400 ? 'Response marked as invalid.' : statusText;
    return new MakeError(defaultType(statusCode), text, statusCode);
  }
  const whole = typeof error === 'string' ? { message: error } : error;
  const own = whole[`${statusCode}`];
  const { message, type } = own ?? whole;
  if (type === undefined && (own !== undefined || statusCode === 429 || statusCode >= 500))
    refuse('error-type-lost', `${session.file} ${place} status ${statusCode}`);
  return worded(session, message ?? statusText, type, answer, more, `${place}/response/error`);
}

function worded(
  session: Session,
  message: string,
  type: string | undefined,
  answer: Answer,
  more: Variables,
  place: string,
): MakeError {
  const rendered = type === undefined ? 'RuntimeError' : render(session, type, more, `${place}/type`);
  const known = DIRECTIVE_ERROR_TYPES.find((name) => name === rendered);
  if (known === undefined)
    throw new MakeAppError(
      `${session.file} ${place}: the error type became ${JSON.stringify(rendered)}. Make it one of ${DIRECTIVE_ERROR_TYPES.join(', ')}.`,
    );
  return new MakeError(known, renderText(session, message, more, `${place}/message`), answer.statusCode);
}

function defaultType(statusCode: number): DirectiveErrorType {
  if (statusCode === 429) return 'RateLimitError';
  return statusCode >= 500 ? 'ConnectionError' : 'RuntimeError';
}

import { MissingScopeError, SCOPE_FIX, SlackRefusedError } from '../shared/error.ts';
import {
  BUSY,
  OTHER_FIX as OTHER_SALESFORCE_FIX,
  REPEATS_VALUE,
  salesforceFixes,
  salesforceProblemOf,
} from '../shared/salesforce/problem.ts';
import {
  OTHER_FIX as OTHER_SLACK_FIX,
  slackErrorGroups,
  slackFixes,
  slackProblem,
} from '../shared/slack/problem.ts';
import { errorTypeOf } from './error-type.ts';

const slackCodes = [...Object.values(slackErrorGroups).flat(), 'missing_scope', ...Object.keys(slackFixes)];

const salesforceCodes = [
  'INVALID_SESSION_ID',
  'REQUEST_LIMIT_EXCEEDED',
  'INVALID_FIELD',
  'INVALID_TYPE',
  ...BUSY,
  ...Object.keys(salesforceFixes),
];

function slackProblemOf(error: string) {
  return slackProblem('the method', { ok: false, error });
}

function table(codes: readonly string[], meaning: (code: string) => string): Record<string, string> {
  return Object.fromEntries([...new Set(codes)].map((code) => [code, meaning(code)]));
}

function types(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([, type]) => type !== 'DataError'));
}

/**
 * What refusals mean and what to do about them, by the services' codes, as a module keeps it in `temp.problem`.
 * Codes that are not listed are a DataError.
 */
export const problemTable = {
  slackTypes: types(table(slackCodes, (code) => errorTypeOf[slackProblemOf(code).code])),
  slackFixes: table(slackCodes, (code) => slackProblemOf(code).fix),
  slackFix: OTHER_SLACK_FIX,
  scopeFix: SCOPE_FIX,
  /** Refusals that end the run even where a step can live with any: waiting or a new token cures them. */
  slackEnds: slackCodes.filter((code) => {
    const problem = slackProblemOf(code);
    return !(problem instanceof SlackRefusedError || problem instanceof MissingScopeError);
  }),
  salesforceTypes: types(table(salesforceCodes, (code) => errorTypeOf[salesforceProblem(code).code])),
  salesforceFixes: table(salesforceCodes, (code) => salesforceProblem(code).fix),
  salesforceFix: OTHER_SALESFORCE_FIX,
  salesforceUnknown: { errorCode: 'UNKNOWN_EXCEPTION' },
  salesforceSilent: [...REPEATS_VALUE],
} as const;

function salesforceProblem(errorCode: string) {
  return salesforceProblemOf([{ errorCode, message: '' }]);
}

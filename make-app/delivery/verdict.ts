import type { Call, CompositeCall, Failure, SlackCall } from '../../shared/delivery/step.ts';
import {
  type DealwireError,
  DeliveryBusyError,
  DeliveryUnsureError,
  RecordNotFoundError,
  SalesforceRefusedError,
  SCOPE_FIX,
  SlackRefusedError,
} from '../../shared/error.ts';
import { OTHER_FIX as SALESFORCE_FIX } from '../../shared/salesforce/problem.ts';
import { OTHER_FIX as SLACK_FIX } from '../../shared/slack/problem.ts';
import { quote } from '../../shared/target/iml/quote.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { errorTypeOf } from '../error-type.ts';

/** Something an answer shows that ends the run. */
export interface Verdict {
  /** IML that reads the answer: true when the run must end, and nothing but true or false. */
  readonly bad: string;
  /** IML that yields Make's error type. */
  readonly type: string;
  /** A text with IML in it. */
  readonly message: string;
}

/** What ends the run in an answer, as a request's `response.temp` and `response.valid`. */
export interface PrintedVerdict {
  readonly temp: Readonly<Record<string, Json>>;
  readonly valid?: { readonly condition: string; readonly type: string; readonly message: string };
}

/** Make's longest text of an error in code, in characters. */
const TEXT_LIMIT = 1024;

/**
 * Prints verdicts, the first of which counts. Each is worked out in `response.temp`, under names that start with
 * `prefix`, since `valid` has the answer and `temp` at hand. Throws when a text is longer than Make allows.
 */
export function printVerdicts(verdicts: readonly Verdict[], prefix: string): PrintedVerdict {
  if (verdicts.length === 0) return { temp: {} };
  const named = verdicts.map((verdict, position) => ({ ...verdict, name: `${prefix}${position + 1}` }));
  const first = (part: 'type' | 'message') =>
    named
      .slice(0, -1)
      .reduceRight(
        (next, { name }) => `if(temp.${name}.bad, temp.${name}.${part}, ${next})`,
        `temp.${named.at(-1)?.name}.${part}`,
      );
  const valid = {
    condition: `{{if(statusCode < 400, ${named.map(({ name }) => `!(temp.${name}.bad)`).join(' && ')}, false)}}`,
    type: `{{${first('type')}}}`,
    message: `{{${first('message')}}}`,
  };
  if (valid.message.length > TEXT_LIMIT)
    throw new Error(`${prefix}: the text of its errors is too long for Make.`);
  return {
    temp: Object.fromEntries(
      named.map(({ name, bad, type, message }) => [
        name,
        { bad: `{{${bad}}}`, type: `{{${type}}}`, message },
      ]),
    ),
    valid,
  };
}

/** What a refusal that the step cannot live with means; nothing when it can live with all. */
export function refusalOf(call: Call): readonly Verdict[] {
  return call.to === 'slack' ? [slackRefusal(call)] : compositeRefusal(call);
}

function slackRefusal({ method, accept = [] }: SlackCall): Verdict {
  const code = "ifempty(body.error, 'unknown_error')";
  const ends = accept === 'any' ? `contains(temp.problem.slackEnds, ${code})` : isOther(code, accept);
  const scopeFix = `${quote(SCOPE_FIX.before)} + ifempty(body.needed, 'the scope') + ${quote(SCOPE_FIX.after)}`;
  const fix = `ifempty(get(temp.problem.slackFixes, ${code}), ${quote(SLACK_FIX)})`;
  return {
    bad: `if(body.ok, false, ${ends})`,
    type: `ifempty(get(temp.problem.slackTypes, ${code}), 'DataError')`,
    message: textOf(
      new SlackRefusedError(method, `{{${code}}}`, `{{if(${code} == 'missing_scope', ${scopeFix}, ${fix})}}`),
    ),
  };
}

function compositeRefusal({ parts }: CompositeCall): readonly Verdict[] {
  return Object.values(parts).flatMap(({ accept = [] }, position) => {
    if (accept === 'any') return [];
    const part = `body.compositeResponse[${position + 1}]`;
    const inError = (value: string, otherwise: string) =>
      `if(${part}.httpStatusCode < 400, ${otherwise}, ${value})`;
    const code = `ifempty(${part}.body[1].errorCode, 'UNKNOWN_EXCEPTION')`;
    const reason = `if(contains(temp.problem.salesforceSilent, ${code}), 'see the setup', ifempty(${part}.body[1].message, 'no reason given'))`;
    const fix = `ifempty(get(temp.problem.salesforceFixes, ${code}), ${quote(SALESFORCE_FIX)})`;
    const said = (value: string) => `{{${inError(value, 'emptystring')}}}`;
    return [
      {
        bad: inError(isOther(code, accept), 'false'),
        type: inError(`ifempty(get(temp.problem.salesforceTypes, ${code}), 'DataError')`, "'DataError'"),
        message: textOf(new SalesforceRefusedError(said(code), said(reason), said(fix))),
      },
    ];
  });
}

/** Whether a code is none of some. */
function isOther(code: string, codes: readonly string[]): string {
  if (codes.length === 0) return 'true';
  return `if(replace(${code}, '/^(${codes.join('|')})$/g', emptystring), true, false)`;
}

const FAILURES: Readonly<Record<Failure['as'], DealwireError>> = {
  busy: new DeliveryBusyError('{{temp.key}}', 0),
  unsure: new DeliveryUnsureError('{{temp.key}}'),
  'not-found': new RecordNotFoundError('{{temp.object}}', '{{temp.recordId}}'),
};

/** What a failure of the step table means; `bad` is IML that reads the answer. */
export function failureOf(as: Failure['as'], bad: string): Verdict {
  const error = FAILURES[as];
  return { bad, type: quote(errorTypeOf[error.code]), message: textOf(error) };
}

function textOf({ message, fix }: DealwireError): string {
  return `${message} ${fix}`;
}

import type { BadInput, Call, CompositeCall, Failure, SlackCall } from '../../shared/delivery/step.ts';
import {
  type DealwireError,
  DeliveryBusyError,
  DeliveryUnsureError,
  InvalidInputError,
  NoDestinationError,
  RecordNotFoundError,
  SalesforceRefusedError,
  SlackRefusedError,
} from '../../shared/error.ts';
import { quote } from '../../shared/target/iml/quote.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { errorTypeOf } from '../error-type.ts';

/** Something an answer shows that ends the run. */
export interface Verdict {
  /** IML that reads the answer: what was found, which IML counts as true, or else false. */
  readonly found: string;
  /** IML that yields Make's error type, given the path of what was found. */
  readonly type: (path: string) => string;
  /** A text with IML in it, given the path of what was found. */
  readonly message: (path: string) => string;
}

/** What ends the run in an answer, as a request's `response.temp` and `response.valid`. */
export interface PrintedVerdict {
  readonly temp: Readonly<Record<string, Json>>;
  readonly valid?: { readonly condition: string; readonly type: string; readonly message: string };
}

/** Make's longest text of an error in code, in characters. */
const TEXT_LIMIT = 1024;

/**
 * Prints verdicts, the first of which counts. What each finds is kept in `response.temp`, under a name that starts with
 * `prefix`, since `valid` has the answer and `temp` at hand. Throws when a text is longer than Make allows.
 */
export function printVerdicts(verdicts: readonly Verdict[], prefix: string): PrintedVerdict {
  const named = verdicts.map((verdict, position) => ({ ...verdict, name: `${prefix}${position + 1}` }));
  const said = named.map(({ name, type, message }) => ({
    path: `temp.${name}`,
    type: type(`temp.${name}`),
    message: message(`temp.${name}`),
  }));
  const [only] = said;
  if (only === undefined) return { temp: {} };
  const first = (part: 'type' | 'message') =>
    said
      .map((each) => ({ path: each.path, yields: part === 'type' ? each.type : expressionOf(each.message) }))
      .reduceRight(
        (next, { path, yields }) => (next === '' ? yields : `if(${path}, ${yields}, ${next})`),
        '',
      );
  const valid = {
    condition: `{{if(statusCode < 400, ${said.map(({ path }) => `!(${path})`).join(' && ')}, false)}}`,
    type: `{{${first('type')}}}`,
    message: said.length === 1 ? only.message : `{{${first('message')}}}`,
  };
  if (valid.message.length > TEXT_LIMIT)
    throw new Error(`${prefix}: the text of its errors is too long for Make.`);
  return { temp: Object.fromEntries(named.map(({ name, found }) => [name, `{{${found}}}`])), valid };
}

/** A text with IML in it as one expression. */
function expressionOf(text: string): string {
  return text
    .split(/\{\{(.*?)\}\}/)
    .map((part, position) => (position % 2 === 0 && part !== '' ? quote(part) : part))
    .filter((part) => part !== '')
    .join(' + ');
}

/** What a refusal that the step cannot live with means; nothing when it can live with all. */
export function refusalOf(call: Call): readonly Verdict[] {
  return call.to === 'slack' ? [slackRefusal(call)] : compositeRefusal(call);
}

function slackRefusal({ method, accept = [] }: SlackCall): Verdict {
  const code = "ifempty(body.error, 'unknown_error')";
  const ends = accept === 'any' ? `contains(temp.problem.slackEnds, ${code})` : isOther(code, accept);
  const refused = ends === 'true' ? code : `if(${ends}, ${code}, false)`;
  const scopeFix =
    "temp.problem.scopeFix.before + ifempty(body.needed, 'the scope') + temp.problem.scopeFix.after";
  const fix = (path: string) =>
    `if(${path} == 'missing_scope', ${scopeFix}, ifempty(get(temp.problem.slackFixes, ${path}), temp.problem.slackFix))`;
  return {
    found: `if(body.ok, false, ${refused})`,
    type: (path) => `ifempty(get(temp.problem.slackTypes, ${path}), 'DataError')`,
    message: (path) => textOf(new SlackRefusedError(method, `{{${path}}}`, `{{${fix(path)}}}`)),
  };
}

/** The first error of the first part that was refused. */
function compositeRefusal({ parts }: CompositeCall): readonly Verdict[] {
  const judged = Object.values(parts).flatMap(({ accept = [] }, position) =>
    accept === 'any' ? [] : [{ accept, part: `body.compositeResponse[${position + 1}]` }],
  );
  if (judged.length === 0) return [];
  const found = judged.reduceRight((next, { accept, part }) => {
    const isKnown = `!(replace(ifempty(${part}.body[1].errorCode, '-'), '${patternOf(accept)}', emptystring))`;
    const isFine = `${part}.httpStatusCode < 400`;
    const goesOn = accept.length === 0 ? isFine : `if(${isFine}, true, ${isKnown})`;
    return `if(${goesOn}, ${next}, ifempty(${part}.body[1], temp.problem.salesforceUnknown))`;
  }, 'false');
  const codeIn = (path: string) => `ifempty(${path}.errorCode, temp.problem.salesforceUnknown.errorCode)`;
  return [
    {
      found,
      type: (path) => `ifempty(get(temp.problem.salesforceTypes, ${codeIn(path)}), 'DataError')`,
      message: (path) => {
        const code = codeIn(path);
        const reason = `if(contains(temp.problem.salesforceSilent, ${code}), 'see the setup', ifempty(${path}.message, 'no reason given'))`;
        const fix = `ifempty(get(temp.problem.salesforceFixes, ${code}), temp.problem.salesforceFix)`;
        return textOf(new SalesforceRefusedError(`{{${code}}}`, `{{${reason}}}`, `{{${fix}}}`));
      },
    },
  ];
}

/** IML that counts as true for a code that is none of some. */
function isOther(code: string, codes: readonly string[]): string {
  if (codes.length === 0) return 'true';
  return `replace(${code}, '${patternOf(codes)}', emptystring)`;
}

function patternOf(codes: readonly string[]): string {
  return `/^(${codes.join('|')})$/g`;
}

const FAILURES: Readonly<Record<Exclude<Failure['as'], BadInput>, DealwireError>> = {
  busy: new DeliveryBusyError('{{temp.key}}', 0),
  unsure: new DeliveryUnsureError('{{temp.key}}'),
  nowhere: new NoDestinationError(),
  'not-found': new RecordNotFoundError('{{temp.object}}', '{{temp.recordId}}'),
};

/** What a failure of the step table means; `bad` is IML that reads the answer. */
export function failureOf(as: Failure['as'], bad: string): Verdict {
  const error = typeof as === 'object' ? new InvalidInputError(as.input, as.reason, as.fix) : FAILURES[as];
  return { found: bad, type: () => quote(errorTypeOf[error.code]), message: () => textOf(error) };
}

function textOf({ message, fix }: DealwireError): string {
  return `${message} ${fix}`;
}

import { InvalidInputError } from '../shared/error.ts';
import {
  choose,
  collect,
  type Expression,
  exists,
  fallback,
  itemAt,
  literal,
  type Template,
  trim,
} from '../shared/language/index.ts';
import type { ParameterNode } from '../shared/language/node/parameter.ts';
import type { Type } from '../shared/language/type.ts';
import { forms, type Input, type Operation, type Rule } from '../shared/operation/definition.ts';
import { compileExpression, compileTemplate } from '../shared/target/iml/compile.ts';
import type { Step as Assignments } from '../shared/target/iml/place.ts';
import { quote } from '../shared/target/iml/quote.ts';
import { rootsIn } from '../shared/target/iml/roots.ts';
import type { Json } from '../shared/target/iml/tree.ts';
import { completeRecordId, RECORD_ID } from './record-id.ts';

/** What a module makes of its inputs before anything else. */
export interface CheckedInputs {
  /** Assignments after which `temp.input` holds the values with defaults filled in and texts trimmed. */
  readonly steps: readonly Assignments[];
  /** IML for the reason why the inputs cannot be used, empty when they can. */
  readonly problem: string;
}

/** Reads the inputs of an operation as `checkInputs` does on Zapier. */
export function checkedInputs({ inputs, rules = [] }: Pick<Operation, 'inputs' | 'rules'>): CheckedInputs {
  const values = Object.fromEntries(inputs.map((input) => [input.key, templateOf(input)]));
  const { steps, value } = compileTemplate(values, rootsIn('i'));
  const days = Object.fromEntries(
    inputs.filter(({ type }) => type === 'date').map(({ key }) => [key, dayOf(key)]),
  );
  const ids = inputs.filter(({ recordIdOf }) => recordIdOf !== undefined);
  const completed = ids.map(({ key }) => completeRecordId(`temp.given.${key}`, key));
  const idValues = Object.fromEntries(ids.map(({ key }, at) => [key, `{{${completed[at]?.expression}}}`]));
  return {
    steps: [
      ...steps,
      { given: { ...(value as Record<string, Json>), ...days } },
      ...completed.flatMap((id) => id.steps),
      {
        input: {
          ...Object.fromEntries(inputs.map(({ key }) => [key, `{{temp.given.${key}}}`])),
          ...idValues,
        },
      },
    ],
    problem: [
      ...inputs.flatMap(problemsOf),
      ...rules.map((rule, at) => ruleProblem(rule, inputs, at)),
    ].reduceRight((next, { when, text }) => `if(${when}, ${quote(text)}, ${next})`, 'emptystring'),
  };
}

/** A date parameter arrives as a date. */
function dayOf(key: string): string {
  return `{{if(parameters.${key}, formatDate(parameters.${key}, 'YYYY-MM-DD'), undefined)}}`;
}

function ruleProblem({ input, broken, reason, fix }: Rule, inputs: readonly Input[], at: number): Problem {
  const { label = input } = inputs.find(({ key }) => key === input) ?? {};
  const { message, fix: remedy } = new InvalidInputError(label, reason, fix);
  const roots = rootsIn(`rule${at}`, { parameters: 'temp.given' });
  const { steps, expression } = compileExpression(broken, roots, true);
  if (steps.length > 0) throw new Error(`The rule about ${input} needs a list of constants.`);
  return { when: expression, text: `${message} ${remedy}` };
}

/** IML that tells whether a number that is there lies outside its bounds. */
function isOutside(path: string, least: number, highest: number): string {
  const isHigh = `ifempty(${path}, ${least}) > ${highest}`;
  return least === 0 ? isHigh : `${isHigh} || ifempty(${path}, ${least}) < ${least}`;
}

/** Something that makes inputs unusable, as IML, and what to say about it. */
interface Problem {
  readonly when: string;
  readonly text: string;
}

function templateOf(input: Input): Template {
  switch (input.type) {
    case 'number':
      return input.default === undefined
        ? given('number', input.key)
        : fallback(given('number', input.key), Number(input.default));
    case 'date':
      return literal('text', null);
    case 'list':
      return input.most === undefined || input.pairs
        ? given('list', input.key)
        : items(input.key, input.most);
    case 'boolean':
      return fallback(given('boolean', input.key), literal('boolean', input.default === 'true'));
    default:
      return withDefault(trim(given('text', input.key)), input.default);
  }
}

function withDefault(text: Expression<'text'>, otherwise: string | undefined): Expression<'text'> {
  return choose('text', [[exists(text), text]], literal('text', otherwise ?? null));
}

/** One more than allowed, so that too many can be told. */
function items(key: string, most: number): Expression<'list'> {
  return collect(
    Array.from({ length: most + 1 }, (_, position) => {
      const item = trim(itemAt('text', given('list', key), position));
      return { when: exists(item), value: item };
    }),
  );
}

function given<T extends Type>(type: T, name: string): Expression<T> {
  const node: ParameterNode<T> = { kind: 'parameter', type, name };
  return node as unknown as Expression<T>;
}

function problemsOf(input: Input): readonly Problem[] {
  const path = `temp.given.${input.key}`;
  const problem = (when: string, reason: string) => {
    const error = new InvalidInputError(input.label, reason, input.help);
    return { when, text: `${error.message} ${error.fix}` };
  };
  const unlike = (pattern: string) => `replace(ifempty(${path}, '-'), '${pattern}', emptystring)`;
  const unlikeIfThere = (pattern: string) => `if(${path}, ${unlike(pattern)}, false)`;
  const found = [];
  if (input.required) found.push(problem(`!(${path})`, 'it is empty'));
  if (input.recordIdOf !== undefined)
    found.push(
      problem(
        (input.required ? unlike : unlikeIfThere)(`/^${RECORD_ID[input.recordIdOf]}$/g`),
        `it is not the id of an ${input.recordIdOf}`,
      ),
    );
  if (input.form !== undefined)
    found.push(
      problem(
        unlikeIfThere(`/^${forms[input.form].pattern.replaceAll('/', '\\/')}$/g`),
        `it is not ${forms[input.form].name}`,
      ),
    );
  if (input.type === 'number' && input.highest !== undefined)
    found.push(
      problem(
        isOutside(path, input.least ?? 0, input.highest),
        `it is not between ${input.least ?? 0} and ${input.highest}`,
      ),
    );
  if (input.choices !== undefined) {
    const one = `(${Object.keys(input.choices).join('|')})`;
    const others = `replace(join(${path}, ','), '/^${one}(,${one})*$/g', emptystring)`;
    found.push(
      problem(
        input.type === 'list' ? `if(length(${path}) > 0, ${others}, false)` : unlike(`/^${one}$/g`),
        `it is not one of ${Object.keys(input.choices).join(', ')}`,
      ),
    );
  }
  if (input.most !== undefined)
    found.push(problem(`length(${path}) > ${input.most}`, `it holds more than ${input.most} items`));
  return found;
}

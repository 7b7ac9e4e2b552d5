import { choose, equal, literal, note } from '../../shared/language/index.ts';
import type { FieldsOf, Line } from '../../shared/operation/dropdown/dropdown.ts';
import { compileExpression } from '../../shared/target/iml/compile.ts';
import type { Step as Assignments } from '../../shared/target/iml/place.ts';
import { rootsIn } from '../../shared/target/iml/roots.ts';

/** A line as the response of a request says it; `constants` must be in `temp` before. */
export interface PrintedLine {
  readonly constants: Assignments;
  readonly condition: string | undefined;
  readonly output: { readonly label: string; readonly value: string };
}

/** Prints what is said of each item of an answer. */
export function printLine({ keep, label, value }: Line): PrintedLine {
  const print = (node: Line['label'] | NonNullable<Line['keep']>, prefix: string) =>
    compileExpression(node, rootsIn(prefix, { answer: 'item', notes: 'body' }), true);
  const [kept, said, given] = [keep && print(keep, 'k'), print(label, 'l'), print(value, 'v')];
  return {
    constants: Object.assign({}, ...[kept, said, given].flatMap((printed) => printed?.steps ?? [])),
    condition: kept && `{{${kept.expression}}}`,
    output: { label: `{{${said.expression}}}`, value: `{{${given.expression}}}` },
  };
}

/** The line of whichever of two objects the answer describes. */
export function eitherLine(one: FieldsOf, other: FieldsOf): Line {
  if (one.line.keep !== other.line.keep)
    throw new Error('Both objects of a dropdown offer the same kind of fields.');
  const isOther = equal(note('text', 'name'), literal('text', String(other.object)));
  return {
    ...one.line,
    label: choose('text', [[isOther, other.line.label]], one.line.label),
    value: choose('text', [[isOther, other.line.value]], one.line.value),
  };
}

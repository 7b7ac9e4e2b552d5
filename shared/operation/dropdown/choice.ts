import { compileCondition, compileValue } from '../../target/js/compile.ts';
import type { Line } from './dropdown.ts';

/** One line of a dropdown: what the input gets, and what the user reads. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Some lines of a dropdown; `next` asks for those after them. */
export interface ChoicePage {
  readonly choices: readonly Choice[];
  readonly next?: string;
}

/** Something that an org or a workspace answers. */
export type Item = Readonly<Record<string, unknown>>;

/** The lines that items give, with the inputs filled so far. */
export function choicesOf(
  items: readonly Item[],
  { keep, label, value }: Line,
  parameters: Item = {},
): readonly Choice[] {
  const isKept = keep === undefined ? () => true : compileCondition(keep);
  const [textOf, idOf] = [compileValue(label), compileValue(value)];
  return items
    .map((answer) => ({ ...NOTHING_ELSE, parameters, answer }))
    .filter((scope) => isKept(scope))
    .map((scope) => ({ id: String(idOf(scope)), label: String(textOf(scope)) }));
}

/** A scope in which expressions see nothing but what is added. */
export const NOTHING_ELSE = {
  record: {},
  notes: {},
  now: 0,
  locale: 'en-US',
  fiscalYearStartMonth: 1,
} as const;

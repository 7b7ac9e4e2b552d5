import fc from 'fast-check';
import { moduleName } from '../../../make-app/module-name.ts';
import { actions } from '../../../shared/operation/operations.ts';

/** Something a person does to a flow in the editor. */
export interface Edit<T> {
  readonly what: string;
  /** It changes how the flow looks, or adds to it; what the flow delivers stays the same. */
  readonly harmless: boolean;
  apply(flow: T): T;
}

/** A list of edits, done one after the other, as fast-check prints it. */
export function inWords<T>(edits: readonly Edit<T>[]): string {
  return edits.map(({ what }) => what).join('; ');
}

/** What makes edits of a kind of flow of what a person chooses. */
export function editsOf<T>() {
  return <Choice>(
    choices: fc.Arbitrary<Choice>,
    make: (choice: Choice) => Omit<Edit<T>, 'harmless'> & { readonly harmless?: true },
  ): fc.Arbitrary<Edit<T>> =>
    choices.map((choice) => {
      const made = { harmless: false, ...make(choice) };
      return Object.assign(made, { [fc.toStringMethod]: () => made.what });
    });
}

/** Texts as people type them, awkward ones included. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Win!',
    'Größe & <b> "quotes" \\',
    '<!channel> *bold*',
    '🎉 '.repeat(20),
    "O'Brien",
    '{',
    'x'.repeat(300),
  ),
  fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .filter((typed) => typed.trim() !== '' && !/\{\{|\}\}/.test(typed)),
);

/** What people put into a field that is made for something else. */
export const fieldValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '}}',
    '{{',
    'Prospecting',
    'Closed Won',
    'no such thing',
    '0',
    '-1',
    'true',
    'C00SALESWI',
    'C0NOTHERE1',
    '#general',
    '006xx0000000204AAA',
    'kim@acme.example',
    'x'.repeat(2000),
    ['Closed Won', 'Closed Lost'],
    ['Prospecting'],
    [],
  ),
  text,
);

/** The nth of some things, whatever the number. */
export function nth<T>(things: readonly T[], number: number): T {
  const thing = things[number % things.length];
  if (thing === undefined) throw new Error('There is nothing to choose from.');
  return thing;
}

/** The action has a headline to set; it is named by its key on Zapier or by its module on Make. */
export function hasHeadline(name: string | undefined): boolean {
  const found = actions.find(({ operation }) => operation.key === name || moduleName(operation) === name);
  return found?.operation.inputs.some(({ key }) => key === 'headline') ?? false;
}

/** The two ways Make writes IML: the code of a custom app, and the mapper and filters of a scenario. */
export type Dialect = 'imljson' | 'mapper';

/** What an operator means; `all` and `any` are the logical ones. */
export type Operator =
  | 'equal'
  | 'notEqual'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'all'
  | 'any'
  | 'add'
  | 'addNumbers'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'remainder';

/** How one dialect is written; the engine has no other knowledge of dialects. */
export interface DialectRules {
  readonly separator: ',' | ';';
  /** Characters that open and close a text. */
  readonly quotes: readonly string[];
  /** Spelling to meaning, longest spelling first. */
  readonly operators: readonly (readonly [spelling: string, operator: Operator])[];
  /** Operators written as a word. */
  readonly wordOperators: ReadonlyMap<string, Operator>;
  /** Whether `!x` exists. */
  readonly not: boolean;
  /** Whether an argument that is no expression is its own text, as in `lower(Hello World)`. */
  readonly bareWords: boolean;
  /** Whether a path may start with a module id, as in `1.name`. */
  readonly moduleIds: boolean;
  /** Whether `undefined` is a keyword. */
  readonly undefinedKeyword: boolean;
  /** Whether functions of the app runtime exist. */
  readonly appRuntime: boolean;
}

const SHARED: DialectRules['operators'] = [
  ['!=', 'notEqual'],
  ['<=', 'lessOrEqual'],
  ['>=', 'greaterOrEqual'],
  ['++', 'addNumbers'],
  ['=', 'equal'],
  ['<', 'less'],
  ['>', 'greater'],
  ['&', 'all'],
  ['|', 'any'],
  ['+', 'add'],
  ['-', 'subtract'],
  ['*', 'multiply'],
  ['/', 'divide'],
  ['%', 'remainder'],
];

/** Both dialects, as data. `and` is the wording of a Make fork's documents. */
export const DIALECTS: Readonly<Record<Dialect, DialectRules>> = {
  imljson: {
    separator: ',',
    quotes: ["'", '"'],
    operators: [
      ['===', 'equal'],
      ['!==', 'notEqual'],
      ['==', 'equal'],
      ['&&', 'all'],
      ['||', 'any'],
      ...SHARED,
    ],
    wordOperators: new Map(),
    not: true,
    bareWords: false,
    moduleIds: false,
    undefinedKeyword: true,
    appRuntime: true,
  },
  mapper: {
    separator: ';',
    quotes: ['"'],
    operators: SHARED,
    wordOperators: new Map([['and', 'all']]),
    not: false,
    bareWords: true,
    moduleIds: true,
    undefinedKeyword: false,
    appRuntime: false,
  },
};

/** Binding strength, higher binds tighter; `!` binds tighter than all. */
export const PRECEDENCE: Readonly<Record<Operator, number>> = {
  multiply: 14,
  divide: 14,
  remainder: 14,
  add: 13,
  addNumbers: 13,
  subtract: 13,
  less: 11,
  lessOrEqual: 11,
  greater: 11,
  greaterOrEqual: 11,
  equal: 10,
  notEqual: 10,
  all: 6,
  any: 5,
};

import jsonc from 'jsonc-parser';

/** The first thing that keeps a text from being JSON. */
export interface JsonMistake {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** In plain words, such as "a comma is missing". */
  readonly reason: string;
}

const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word stands there that is no JSON',
  InvalidNumberFormat: 'the number is malformed',
  PropertyNameExpected: 'a name in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'something follows the end',
  InvalidCommentToken: 'a comment is not allowed',
  UnexpectedEndOfComment: 'the comment is not closed',
  UnexpectedEndOfString: 'the text is not closed',
  UnexpectedEndOfNumber: 'the number is not finished',
  InvalidUnicode: 'the Unicode escape is malformed',
  InvalidEscapeCharacter: 'a backslash is followed by a letter that means nothing',
  InvalidCharacter: 'a control character stands there',
};

/** Finds the first mistake of a text that should be JSON, with comments where they are allowed. */
export function findJsonMistake(
  text: string,
  comments: 'allowed' | 'refused' = 'refused',
): JsonMistake | undefined {
  const mistakes: jsonc.ParseError[] = [];
  jsonc.parse(text, mistakes, { disallowComments: comments === 'refused' });
  const [first] = mistakes;
  if (first === undefined) return undefined;
  const before = text.slice(0, first.offset).split('\n');
  const name = jsonc.printParseErrorCode(first.error);
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    reason: REASONS[name] ?? `the JSON is malformed (${name})`,
  };
}

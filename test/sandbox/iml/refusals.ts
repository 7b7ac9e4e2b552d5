import type { RefusalEntry } from './refusal.ts';

/** Each refusal as `construct | reason | instead`. */
const ROWS = {
  // syntax
  'negative-index':
    'a negative index | only a document of 2019 says that [-1] is the last item. | use last(array), or a positive index.',
  'computed-index':
    'a computed index in brackets | only whole numbers are documented there. | use get(array, index).',
  'dash-in-name':
    'a dash inside a name | it may be a minus or part of the name. | put the name in backticks, or blanks around the minus.',
  'path-on-whole-bundle':
    'a path on a module id in backticks | backticks are documented for the whole bundle only. | write 1.name.',
  'unary-minus': 'a minus before anything but digits | no such operator is documented. | write 0 - x.',
  'chained-comparison':
    'a comparison of a comparison | what the second one compares is open. | use parentheses, or & between two.',
  'array-or-object-literal':
    'an array or object literal | IML has none; results differ. | use emptyarray, add, or a tree with expressions in it.',
  'quote-in-text':
    'a quote inside a text | no escape is documented, and both quotes in one text are open. | join parts with +, or decodeURL.',
  'backslash-before-quote':
    'a text that ends with a backslash | it is open whether that escapes the quote. | write it as decodeURL of %5C.',
  'braces-in-text':
    'double braces inside a text | it is open whether they end the expression. | write them with decodeURL of %7B and %7D.',
  'triple-brace':
    'three opening braces | it is open which two start the expression. | put the first in an expression.',
  'blank-around-expression':
    'one expression with only blanks around it | it is open whether it keeps its type. | remove the blanks, or use toString.',
  'semicolon-in-code':
    'a semicolon between arguments in app code | seen once, documented nowhere. | separate arguments with commas.',
  'empty-argument':
    'an argument left empty | what it stands for is open. | write emptystring, null or ignore.',
  'mixed-bare-words':
    'bare words mixed with variables | it is open which are text. | put the text in quotes, and + between the parts.',
  'bare-condition':
    'bare words as the condition of if | as text they are always true. | write a condition with = & | and quoted texts.',
  'argument-count':
    'a call with that many arguments | the documents list other arguments. | give those documented.',
  'unknown-function':
    'a function that is not documented | its behaviour is unknown. | use a built-in function.',
  'app-runtime-function':
    'a function of app code in a scenario | it exists in custom-app code only. | use a module that does it, such as JSON.',
  'undescribed-function':
    'a function that no official document describes | only its name is known. | use createJSON, parseJSON or other built-ins.',
  'date-diff':
    'dateDiff | official lists lack it, and it fails for some orders. | compare dates with <, or shift one with addDays.',
  base64url:
    'base64url | its only documented example encodes what is already Base64. | use base64 and replace the characters.',

  // operators and paths
  'and-as-value':
    'the value of & between values that are not both true or false | which operand it gives is open. | use if(a, b, false).',
  'compare-structures':
    'comparing arrays, collections or buffers, or a date with another kind | by value or identity is open. | compare fields.',
  'compare-boolean':
    'comparing true or false with another kind | loose readings differ. | test the value with if.',
  'compare-nothing':
    'comparing nothing with an empty text, zero or false | loose readings differ. | use ifempty, or length of the text.',
  'compare-number-text':
    'comparing a number with a text written unlike it | as number and as text they differ. | use parseNumber.',
  'compare-items':
    'comparing items of different kinds, or that are no text or number | the equality used is open. | map to texts first.',
  'order-texts':
    'putting texts in order with < or > | by number, by code or by language is open. | parseNumber or parseDate both.',
  'order-mixed':
    'putting values of different kinds in order | conversion is open. | convert both, and use ifempty.',
  'add-undefined': 'adding undefined | only null is described. | give the value a default with ifempty.',
  'add-mixed':
    'adding values of which neither is text and not both are numbers, or a text and a structure or date | conversion is open. | use toString, join or formatDate.',
  'arithmetic-operand':
    'calculating with what is no number | conversion is open. | use parseNumber and ifempty.',
  'negative-remainder':
    'the remainder with a negative operand | its sign is open. | use it on positive numbers.',
  'not-finite':
    'a result that is no finite number | what Make gives is open. | test the divisor with if first.',
  'decimal-precision':
    'a sum or product with more digits than a number holds | the precision of decimal arithmetic is open. | use numbers of at most 15 digits in all.',
  'number-notation':
    'the text of a very large or small number | with or without exponent is open. | use formatNumber with all arguments.',
  'field-of-array': 'a field of an array | it is never a projection. | write array[1].field, or use map.',
  'field-of-value':
    'the length of a text or a field of a buffer as a path | only collections have fields. | use length.',
  'index-of-value':
    'an index on what is no array | its meaning is open. | use get, substring or a field name.',
  'get-path':
    'that path for get | only names and positions with dots between, positions into arrays, are shown. | chain two get calls.',
  'get-index': 'position zero or below in get | its result is open. | positions start at 1.',
  'structure-in-text':
    'an array, collection or buffer inside a text | how it is written is open. | use join, createJSON or a field of it.',

  // templates and trees
  'dynamic-key': 'an expression in a key | only {{...}} is documented. | use toCollection.',
  'spread-value':
    'spreading what is no collection | its effect is open. | give {{...}} one expression for a collection.',
  'spread-collision':
    'a key beside {{...}} that the spread collection has too | which one wins is open. | omit it from the collection.',
  'tree-value': 'a date, buffer or other object in a tree | trees are JSON. | put it in a variable.',

  // arguments
  'argument-type':
    'an argument of that kind | how it is converted is open. | convert it: toString, parseNumber, parseDate, ifempty.',
  'empty-text':
    'an empty text as this argument | it counts as no value in many places. | write the keyword emptystring, or test first.',
  'field-path':
    'a field name with a dot, bracket or backtick | whether it is a path is open. | use a plain field name.',
  'unknown-option': 'that option | it is not among those documented. | use a documented one.',
  'fractional-count': 'a fraction where a whole number is meant | its rounding is open. | use floor first.',
  'negative-position':
    'a negative position or count | counting from the end is open. | give one that is not negative.',

  // functions on texts
  'letter-case':
    'the case of a letter outside ASCII | its mapping is not specified. | replace such letters first, or keep the case.',
  'startcase-words':
    'startcase of other than ASCII words with single blanks | word limits are open. | clean the text with replace.',
  'trim-unusual-blank':
    'trimming an unusual blank | which blanks count is open. | replace it with a pattern first.',
  'substring-order': 'a substring whose start is after its end | swapping is open. | give start before end.',
  'contains-array-case':
    'searching an array regardless of case | only texts are described. | join, then search.',
  'split-part':
    'a split with an empty part or blanks around a part | whether parts are trimmed and empties kept is disputed. | replace those first.',
  'split-pattern':
    'splitting at a pattern | only plain separators are shown. | replace the pattern by a separator first.',
  'join-item': 'joining what is neither text nor number | its text is open. | map to texts first.',
  'to-string': 'the text of nothing, or of a collection | readings differ. | use ifempty or createJSON.',
  'switch-case': 'comparing that as a case | cases are compared as texts. | use texts and numbers.',
  'switch-no-match': 'a switch without match and else | undefined or null is open. | give an else.',
  'pick-missing': 'picking a key that is missing | left out or undefined is open. | test it with ifempty.',
  'dollar-in-plain-replacement':
    'a $ in the replacement of a plain text | it may be special. | replace $ in it first, or join the parts with +.',
  'dollar-form':
    'that $ form in a replacement | only $& and $1 to $9 of an existing group, no digit after, are documented. | use those.',
  'named-group': 'a named group or lookbehind in a pattern | named groups are forbidden. | use plain groups.',
  'pattern-flags':
    'a pattern with those flags | what is replaced is certain only with g, and i and m beside it. | add g.',
  'pattern-escape':
    'that escape in a pattern | it depends on a flag that is not documented. | list the characters.',
  'strip-html':
    'stripHTML of other than simple inline tags | the result is open. | strip with replace and a pattern.',
  'escape-markdown':
    'escapeMarkdown of punctuation | the characters escaped are not listed. | use replace for each.',
  diacritics:
    'removing diacritics of a letter that has none to remove | its result is open. | replace it first.',
  emoji:
    'replacing emoji | what counts as one is not specified. | use replace with a pattern of those characters.',
  'non-ascii-bytes': 'bytes outside ASCII | the encoding is not specified. | use encodeURL first.',
  'malformed-base64': 'malformed Base64 or hex | how it is read is open. | give complete, padded data.',

  // functions on numbers
  'round-half': 'rounding that half | up, even or away from zero is open. | use floor(x + 0.5).',
  'trunc-negative': 'truncating a negative number | towards zero or down is open. | use 0 - trunc(abs(x)).',
  'trunc-decimals': 'truncating to that many decimals | beyond what a number holds. | use at most 15.',
  'parse-number':
    'parsing that number | only digits, one decimal separator and groups of three are certain. | clean it with replace.',
  'format-number-rounding':
    'more decimals than the format asks for | rounding is open. | round with floor(x * 100 + 0.5) / 100.',
  'number-separator': 'a number separator of several characters | only one is shown. | use one character.',
  'too-few-numbers': 'a figure of too few numbers | its result is open. | test the length first.',
  'maybe-number':
    'a text, truth value or array that may count as a number | only numbers are counted. | convert with parseNumber, or leave it out.',
  'fraction-sum':
    'a figure where decimal and binary arithmetic differ | which is used is open. | add with +.',

  // functions on arrays
  'empty-array':
    'the first or last item of an empty array | its result is open. | test length(array) > 0 with if.',
  'missing-key': 'an item without that key | undefined or skipped is open. | give every item the key.',
  'map-value':
    'mapping to null, a date, array or collection | texts and numbers are described. | map a plain field.',
  'map-filter-value': 'filtering by what is no text | conversion is open. | filter by a text field.',
  'map-filter-list':
    'filter values that are empty or have blanks around | trimming is open. | write a,b without blanks.',
  'sort-value': 'sorting by that value | its place is open. | sort texts, numbers or dates.',
  'sort-mixed': 'sorting values of different kinds | their order is open. | make them one kind.',
  'sort-numeric-texts':
    'sorting texts that look like numbers | by number or by text is open. | use parseNumber first.',
  'sort-non-ascii': 'sorting texts outside ASCII | the alphabet is open. | sort by an ASCII key.',
  'sort-tie': 'sorting different items with equal keys | which comes first is open. | sort by a unique key.',
  'distinct-order': 'distinct items where first and last differ | which is kept is open. | sort first.',
  'distinct-value': 'distinct by that value | the equality used is open. | use one kind, text or number.',
  'numeric-keys': 'keys that are numbers, among others | their order is open. | use names.',
  'collection-key': 'that key for a collection | empty, repeated or no text. | use unique texts.',
  'create-json':
    'createJSON of undefined, a date or a buffer | its JSON is open. | use null, formatDate or base64.',

  // functions on dates
  'fraction-of-second':
    "whole seconds of a time inside a second | rounding is open. | use floor(parseNumber(formatDate(date, 'x'), '.') / 1000).",
  'format-token':
    'a letter in a date format that is no documented token | it may be one of moment. | put it in [brackets].',
  'format-bracket':
    'that bracket or backslash in a date format | it is not closed or escapes no letter. | use [text].',
  'locale-week-token':
    'a week token of a locale | which day starts a week is open. | use the ISO tokens W, GGGG and E.',
  'parse-date-format':
    'parsing a text without format that is no full ISO instant with zone | the detection is open. | give the format.',
  'parse-date-token':
    'that token for parsing | it needs an assumption. | use YYYY, MM, DD, HH, mm, ss, SSS, Z, ZZ, X, x.',
  'parse-date-fields':
    'a date format without a whole date, or with a gap between its units | what fills it is open. | give year, month, day and on.',
  'parse-date-mismatch':
    'a text unlike its format | how lenient parsing is, is open. | give the exact format.',
  'date-name': 'that name for a day or month | English names are documented. | use one, or a number.',
  'year-range': 'a year outside 1 to 9999 | its text and arithmetic are open. | use another date.',
  'month-end': 'a day that the new month lacks | the last day or rolling over is open. | set the date first.',
  'clock-change': 'a local time that the clocks skip or repeat | which instant it is, is open. | use UTC.',
  'add-across-clock-change':
    'adding days, months or years where the zone and UTC differ | which one is used is open. | use addHours or UTC.',
} as const satisfies Record<string, `${string} | ${string} | ${string}`>;

/** The id of a listed refusal. */
export type RefusalId = keyof typeof ROWS;

function toEntry(row: string): RefusalEntry {
  const [construct = '', reason = '', instead = ''] = row.split(' | ');
  return { construct, reason, instead };
}

/** Everything the interpreter refuses, by id. */
export const REFUSALS = Object.fromEntries(
  Object.entries(ROWS).map(([id, row]) => [id, toEntry(row)]),
) as Readonly<Record<RefusalId, RefusalEntry>>;

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A text as an IML expression. IML knows no escapes, so a text with both kinds of quotes is built from parts, and so is
 * one with two braces in a row, which would open or close an expression.
 */
export function quote(text: string): string {
  if (text === '') return 'emptystring';
  const parts = (text.match(/(?:\{(?!\{)|\}(?!\})|[^'{}])+|'+|\{(?=\{)|\}(?=\})/g) ?? []).reduce<string[]>(
    merge,
    [],
  );
  const quoted = parts.map((part) => (part.includes("'") ? `"${part}"` : `'${part}'`));
  return quoted.length === 1 ? (quoted[0] ?? 'emptystring') : `(${quoted.join(' + ')})`;
}

/** Puts a part behind the last one when both fit between the same quotes and no double brace arises. */
function merge(parts: string[], part: string): string[] {
  const last = parts.at(-1);
  const whole = `${last}${part}`;
  const isWhole =
    last !== undefined && !(whole.includes("'") && whole.includes('"')) && !/\{\{|\}\}/.test(whole);
  return isWhole ? [...parts.slice(0, -1), whole] : [...parts, part];
}

/** A finite number in plain decimal notation; IML has no sign, so a negative one is a difference. */
export function numeral(value: number): string {
  if (value < 0) return `(0 - ${numeral(-value)})`;
  const text = String(value);
  const [digits = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = Number(exponent);
  return shift > 0 ? whole + fraction.padEnd(shift, '0') : `0.${whole.padStart(-shift, '0')}${fraction}`;
}

/** The path below a root; names that are no identifiers stand in backticks, positions from 0 become IML's from 1. */
export function path(root: string, steps: readonly (string | number)[]): string {
  return steps.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step + 1}]`;
    return `${text}.${IDENTIFIER.test(step) ? step : `\`${step}\``}`;
  }, root);
}

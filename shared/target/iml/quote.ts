const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A text as an IML expression. IML knows no escapes, so the text is built from parts where both kinds of quotes meet, where
 * two braces would open or close an expression, and where a backslash would stand before a quote.
 */
export function quote(text: string): string {
  const parts = (text.match(PART) ?? []).reduce<string[]>(merge, []).map(quotePart);
  if (parts.length < 2) return parts[0] ?? 'emptystring';
  return `(${parts.join(' + ')})`;
}

/** Runs of what may stand together, in both kinds of quotes: backslashes, apostrophes, single braces, anything else. */
const PART = /\\+|'+|\{|\}|[^\\'{}]+/g;

/** Puts a part behind the last one where both fit between the same quotes. */
function merge(parts: readonly string[], part: string): string[] {
  const whole = `${parts.at(-1) ?? ''}${part}`;
  const isBroken = (whole.includes("'") && whole.includes('"')) || /\{\{|\}\}/.test(whole);
  return isBroken ? [...parts, part] : [...parts.slice(0, -1), whole];
}

function quotePart(part: string): string {
  const [, text = '', backslashes = ''] = /^(.*?)(\\*)$/s.exec(part) ?? [];
  const sign = text.includes("'") ? '"' : "'";
  const quoted = text === '' ? [] : [`${sign}${text}${sign}`];
  if (backslashes !== '') quoted.push(`decodeURL('${'%5C'.repeat(backslashes.length)}')`);
  return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(' + ')})`;
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

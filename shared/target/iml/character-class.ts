/** The letters as the inside of a regular expression class, neighbours as ranges; marks that combine are escaped. */
export function characterClass(letters: string): string {
  const codes = [...letters].map((letter) => letter.charCodeAt(0)).sort((a, b) => a - b);
  const ranges: { first: number; last: number }[] = [];
  for (const code of codes) {
    const range = ranges.at(-1);
    if (range !== undefined && range.last === code - 1) range.last = code;
    else ranges.push({ first: code, last: code });
  }
  return ranges
    .map(({ first, last }) =>
      last - first < 2 ? write(first) + (last > first ? write(last) : '') : `${write(first)}-${write(last)}`,
    )
    .join('');
}

function write(code: number): string {
  const letter = String.fromCharCode(code);
  return /\p{M}/u.test(letter) ? `\\u${code.toString(16).padStart(4, '0')}` : letter;
}

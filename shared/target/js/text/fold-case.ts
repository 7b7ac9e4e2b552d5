/** The text with the letters A to Z in lower case, to compare by. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower === text || isAscii(text)
    ? lower
    : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Two texts are the same but for the case of the letters A to Z. */
export function isSameText(left: string, right: string): boolean {
  return left === right || (left.length === right.length && foldCase(left) === foldCase(right));
}

/** No character of the text is above U+007F. */
export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

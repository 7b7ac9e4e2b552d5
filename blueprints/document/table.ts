/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A number of things in words: `2,880 operations`, `1 task`, `no Slack calls`. */
export function count(number: number, thing: string): string {
  const shown = number === 0 ? 'no' : number.toLocaleString('en-US');
  return `${shown} ${thing}${number === 1 ? '' : 's'}`;
}

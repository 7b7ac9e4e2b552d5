/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** Characters of the longest bar. */
const WIDTH = 40;

/** Bars in plain text, one a line, the longest as wide as there is room; a count above zero always shows. */
export function chart(bars: readonly Bar[]): readonly string[] {
  const most = Math.max(...bars.map(({ count }) => count), 1);
  const labelWidth = Math.max(...bars.map(({ label }) => [...label].length), 0);
  const countWidth = String(most).length;
  return bars.map(({ label, count }) => {
    const padding = ' '.repeat(labelWidth - [...label].length);
    const bar = '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * WIDTH)));
    return `  ${label}${padding}  ${String(count).padStart(countWidth)}  ${bar}`.trimEnd();
  });
}

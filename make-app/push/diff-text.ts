import { diff } from 'node:util';

/** Lines shown on either side of a difference. */
const CONTEXT = 2;

/** The lines that differ between two texts, marked `-` and `+`, with a little of what stands around them. */
export function diffText(before: string, after: string): string {
  const lines = (text: string) => (text === '' ? [] : text.trimEnd().split('\n'));
  const marked = diff(lines(before), lines(after)).map(([side, line]) => ({
    differs: side !== 0,
    text: `${side === 0 ? ' ' : side === 1 ? '-' : '+'} ${line}`,
  }));
  const near = marked.map((_, index) =>
    marked.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ differs }) => differs),
  );
  return marked
    .flatMap(({ text }, index) => (near[index] ? [text] : near[index - 1] ? ['  …'] : []))
    .join('\n');
}

import type { Row } from './row.ts';

/** The checks without which nothing is known of a side. */
const NEEDED = ['api-access', 'slack-token'];

/** Whether both sides were asked and nothing stands in the way; what is noticed works with less. */
export function isReady(rows: readonly Row[]): boolean {
  return rows.every(
    ({ check, state }) => state !== 'problem' && !(state === 'not asked' && NEEDED.includes(check)),
  );
}

/** The rows as one JSON document. */
export function reportJson(rows: readonly Row[]): string {
  return `${JSON.stringify({ ready: isReady(rows), checks: rows }, null, 2)}\n`;
}

/** The rows as a table for people, each problem with what mends it. */
export function reportText(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ check }) => check.length));
  const lines = rows.flatMap(({ check, question, state, findings, reason }) => [
    `${state.padEnd(9)}  ${check.padEnd(width)}  ${question}${reason === undefined ? '' : ` (${reason.replace(/\.$/, '')})`}`,
    ...findings.flatMap(({ weight, says, fix }) => [
      `${' '.repeat(width + 13)}${weight === 'problem' ? '✗' : '!'} ${says}`,
      `${' '.repeat(width + 13)}  → ${fix}`,
    ]),
  ]);
  return `${lines.join('\n')}\n\n${summary(rows)}\n`;
}

function summary(rows: readonly Row[]): string {
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  const verdict = isReady(rows) ? 'Ready.' : 'Not ready.';
  return `${verdict} Checks passed: ${count('pass')}, with a problem: ${count('problem')}, with a notice: ${count('notice')}, not asked: ${count('not asked')}.`;
}

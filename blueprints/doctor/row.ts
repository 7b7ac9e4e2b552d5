import type { Finding } from './check.ts';

/** What became of one check. */
export interface Row {
  readonly check: string;
  readonly question: string;
  readonly state: 'pass' | 'problem' | 'notice' | 'not asked';
  readonly findings: readonly Finding[];
  /** Why it was not asked. */
  readonly reason?: string;
}

/** The row of a check by what it found. */
export function rowOf(check: string, question: string, findings: readonly Finding[]): Row {
  const state = findings.some(({ weight }) => weight === 'problem') ? 'problem' : 'notice';
  return { check, question, findings, state: findings.length === 0 ? 'pass' : state };
}

/** The row of a check that was not asked. */
export function notAsked(check: string, question: string, reason: string): Row {
  return { check, question, state: 'not asked', findings: [], reason };
}

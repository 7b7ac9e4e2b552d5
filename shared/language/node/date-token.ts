import type { Expression } from './node.ts';

/**
 * A Slack date token that shows the reader's own time, with a UTC fallback; a missing instant stays missing.
 *
 * `<!date^1795214283^{date_short} {time}|Nov 20, 2026, 22:38 UTC>`. Whole seconds, rounded down. The formats are
 * `{date_short}`, `{time}` and both; the fallbacks `date-text` of the UTC day, `22:38 UTC`, and `instant-text`.
 */
export interface DateTokenNode {
  readonly kind: 'date-token';
  readonly type: 'text';
  readonly value: Expression<'instant'>;
  readonly style: 'date' | 'time' | 'date-time';
}

/** A point in time as Slack shows it to each reader. */
export function dateToken(
  value: Expression<'instant'>,
  style: DateTokenNode['style'] = 'date-time',
): Expression<'text'> {
  return Object.freeze({ kind: 'date-token', type: 'text', value, style });
}

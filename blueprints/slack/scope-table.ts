import { appScopes } from './app-scope.ts';

/** The scopes of the app for the README: what each is for, which operations need it, and what happens without. */
export function scopeTable(): string {
  const rows = appScopes(['commands']).map(({ scope, purpose, without, methods, callers }) =>
    [
      `\`${scope}\``,
      purpose,
      methods.map((method) => `\`${method}\``).join(', ') || 'none',
      callers.map((label) => `*${label}*`).join(', ') || 'those that answer people',
      without ?? 'required',
    ].join(' | '),
  );
  return [
    '| scope | what for | asked for by | used by | without it |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

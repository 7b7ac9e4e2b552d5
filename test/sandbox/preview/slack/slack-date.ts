import { type Html, html } from '../html.ts';

const day = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options });

const FORMATS: Readonly<Record<string, Intl.DateTimeFormat>> = {
  date_num: new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }),
  date: day({ dateStyle: 'long' }),
  date_short: day({ dateStyle: 'medium' }),
  date_long: day({ dateStyle: 'full' }),
  date_pretty: day({ dateStyle: 'long' }),
  date_short_pretty: day({ dateStyle: 'medium' }),
  date_long_pretty: day({ dateStyle: 'full' }),
  time: day({ timeStyle: 'short' }),
  time_secs: day({ timeStyle: 'medium' }),
};

/** A date token as a reader in UTC sees it, who has set Slack to American English. */
export function slackDate(seconds: number, format: string): Html {
  const date = new Date(seconds * 1000);
  const text = format.replace(/\{(\w+)\}/g, (token, name: string) => FORMATS[name]?.format(date) ?? token);
  return html`<time datetime="${date.toISOString()}">${text.replaceAll('\u202f', ' ')}</time>`;
}

/** The time of day of a message, as above. */
export function clockTime(ts: string): string {
  return FORMATS.time?.format(new Date(Number(ts) * 1000)).replaceAll('\u202f', ' ') ?? '';
}

import type { Scope } from '../../shared/target/js/scope.ts';
import { localeText } from '../../shared/target/js/text/locale.ts';
import { writeMoney, writeNumber } from '../../shared/target/js/text/number.ts';
import { cutText, escapeText, writeLink, writeMention } from '../../shared/target/js/text/slack.ts';
import { writeDateToken, writeDay } from '../../shared/target/js/text/time.ts';
import { asDay, asInstant } from '../../shared/target/js/time.ts';

// biome-ignore lint/suspicious/noExplicitAny: written as one would by hand, for records of this shape only
type Loose = any;

const DASH = '—';
/** Of the types of extra fields that are shown as plain numbers. */
const DECIMALS: Readonly<Record<string, number>> = { percent: 0, double: 2, int: 0, long: 0 };

/** Whether an opportunity entered a won stage, as one would write it by hand. */
export function handWrittenFilter({ record, parameters }: { record: Loose; parameters: Loose }): boolean {
  const stages: readonly string[] = parameters.stages?.length > 0 ? parameters.stages : ['Closed Won'];
  const stage = record.StageName?.toLowerCase();
  if (!stages.some((each) => each.toLowerCase() === stage)) return false;
  if (!parameters.since && !parameters.until) return true;
  const at = Date.parse(record.LastStageChangeDate ?? record.CreatedDate);
  if (parameters.since && !(at >= Date.parse(parameters.since))) return false;
  return !parameters.until || at < Date.parse(parameters.until);
}

/** The briefing of a deal room, as one would write it by hand. */
export function handWrittenCard({
  record,
  parameters,
  notes,
  locale,
}: Scope & { record: Loose; parameters: Loose; notes: Loose }) {
  const currency = parameters.currency || 'USD';
  const shown = (text: string | null | undefined, length: number) =>
    text ? cutText(escapeText(text), length) : DASH;
  const money = (amount: Loose) => (typeof amount === 'number' ? writeMoney(amount, currency, locale) : DASH);
  const day = (date: Loose) => {
    const found = asDay(date);
    return found === undefined ? DASH : writeDay(found, locale);
  };
  const user = (lookup: string | undefined) =>
    lookup ? shown(find(record, `${lookup.replace(/__c$/, '__r').replace(/Id$/, '')}.Name`), 250) : DASH;
  const title = (notes.mark ?? '') + (parameters.headline || record.Name || 'Deal room');
  const name = shown(record.Name, 250);
  const account = shown(record.Account?.Name, 250);
  const stage = shown(record.StageName, 80);
  const amount = money(record.Amount);
  const roles = (record.OpportunityContactRoles?.records ?? []) as readonly Loose[];
  const stakeholders = roles
    .slice(0, 10)
    .filter(({ Contact }) => Contact?.Name)
    .map(({ Contact, Role }) => `• ${shown(Contact.Name, 120)}${Role ? ` (${shown(Role, 60)})` : ''}`);
  if (roles.length > 10) stakeholders.push('• and more');
  const extraLines = (parameters.extra_fields ?? [])
    .slice(0, 8)
    .filter((item: Loose) => item)
    .map((item: string) => {
      const [path = '', type, ...label] = item.split(':');
      return `*${shown(label.join(':') || path, 60)}:* ${extraValue(find(notes.extra?.[0], path), type)}`;
    });
  function extraValue(value: Loose, type: string | undefined): string {
    if (value === undefined || value === null || typeof value === 'object') return DASH;
    if (type === 'currency') return money(value);
    if (type === 'date') return day(value);
    if (type === 'datetime') return instant(value);
    const decimals = type === undefined ? undefined : DECIMALS[type];
    if (decimals === undefined) return shown(String(value), 200);
    if (typeof value !== 'number') return DASH;
    return writeNumber(value, decimals, locale) + (type === 'percent' ? localeText(locale).percent : '');
  }
  function instant(value: Loose): string {
    const found = asInstant(value);
    return found === undefined ? DASH : writeDateToken(found, 'date-time', locale);
  }
  const field = (label: string, value: string) => ({
    type: 'mrkdwn',
    text: `*${label}*\n${value}`,
    verbatim: true,
  });
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  const url = notes.recordUrl || 'https://login.salesforce.com';
  const members = (notes.members ?? [])
    .slice(0, 12)
    .map((id: string) => writeMention(cutText(id, 30)))
    .filter((mention: string | undefined) => mention)
    .join(' ');
  const missing = (notes.missing ?? [])
    .slice(0, 12)
    .filter((email: string) => email)
    .map((email: string) => shown(email, 100))
    .join(', ');
  return {
    text: `${shown(title, 300)}: ${account}, ${amount} ${writeLink(cutText(url, 500), 'View in Salesforce')}`,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cutText(title, 150), emoji: true } },
      section(
        parameters.intro
          ? cutText(escapeText(parameters.intro), 1500)
          : `${name} is now in ${stage}. Here is what the team needs to know.`,
      ),
      {
        type: 'section',
        fields: [
          field('Account', account),
          field('Amount', amount),
          field('ARR', money(find(record, parameters.arr_field || 'Amount'))),
          field('Contract start', day(find(record, parameters.contract_start_field || 'Contract.StartDate'))),
          field('Close date', day(record.CloseDate)),
          field('Owner', shown(record.Owner?.Name, 250)),
          field('Solutions engineer', user(parameters.se_field)),
          field('Customer success', user(parameters.csm_field)),
        ],
      },
      section(`*In this room*\n${members || DASH}`),
      section(`*Stakeholders*\n${stakeholders.join('\n') || DASH}`),
      section(`*More about it*\n${extraLines.join('\n') || DASH}`),
      { type: 'divider' },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: missing ? `Could not add ${missing}` : 'Everyone is here', verbatim: true },
        ],
      },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: { type: 'plain_text', text: 'View in Salesforce', emoji: false },
            url: cutText(url, 3000),
            action_id: 'view_in_salesforce',
          },
        ],
      },
    ],
  };
}

/** The value at a path that a user wrote; nothing inherited is found. */
function find(value: Loose, path: string): Loose {
  let found = value;
  for (const name of path.split('.'))
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

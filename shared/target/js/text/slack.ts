/** Slack's three special characters escaped. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Slack's text as people read it; see the node. */
export function readText(text: string): string {
  if (!/[&<]/.test(text)) return text;
  return text
    .replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/<([^<>|]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** HTML as people read it; see the node. */
export function readHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/li)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/^\s+|\s+$/g, '');
}

/** The text cut to `length` UTF-16 units with an ellipsis; no half character or half entity is left before it. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/&(a|am|amp|l|lt|g|gt)?$/, '');
  return `${kept}…`;
}

const PERCENT: Readonly<Record<string, string>> = { '|': '%7C', '<': '%3C', '>': '%3E' };

/** A link; see the node for what stands in for a missing part. */
export function writeLink(
  url: string | undefined,
  label: string | undefined,
  longest = Number.POSITIVE_INFINITY,
): string | undefined {
  const shown =
    label === undefined ? undefined : cutText(escapeText(label).replace(/[|\r\n]/g, ' '), longest);
  if (url === undefined) return shown;
  const target = url.replace(/[\s|<>]/g, (character) => PERCENT[character] ?? '%20');
  return shown === undefined ? `<${target}>` : `<${target}|${shown}>`;
}

/** A mention of a person or a user group; nothing for any other id. */
export function writeMention(id: string): string | undefined {
  if (/^[UW][A-Z0-9]+$/.test(id)) return `<@${id}>`;
  return /^S[A-Z0-9]+$/.test(id) ? `<!subteam^${id}>` : undefined;
}

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** What a template may hold; `false`, null and undefined print nothing, everything but Html is escaped. */
export type Content = Html | string | number | boolean | null | undefined | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template of HTML whose holes are escaped. */
export function html(parts: TemplateStringsArray, ...holes: readonly Content[]): Html {
  return { html: parts.map((part, index) => `${part}${print(holes[index])}`).join('') };
}

function print(content: Content): string {
  if (content === undefined || content === null || content === false || content === true) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string')
    return content.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  return 'html' in content ? content.html : content.map(print).join('');
}

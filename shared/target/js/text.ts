import { createHash } from 'node:crypto';
import type { Expression } from '../../language/node/node.ts';
import type { Visitor } from '../../language/visitor.ts';
import { wordTable } from '../../language/word-table.ts';
import type { TextKind } from '../kind-group.ts';
import { wellFormed } from '../well-formed.ts';
import type { Evaluate, Place } from './place.ts';
import { isAscii } from './text/fold-case.ts';
import { cutText, escapeText, readHtml, readText, writeLink, writeMention } from './text/slack.ts';
import { writeSlug } from './text/slug.ts';
import { asText, read } from './value.ts';

/** Texts made of texts. */
export const text: Pick<Visitor<Evaluate, Place>, TextKind> = {
  concat: (node, place) => {
    const parts = node.parts.map((part, at) => {
      const text = place.text(part, `parts[${at}]`);
      return part.kind === 'literal' ? (asText(part.value) ?? '') : text;
    });
    return (scope) => {
      let whole = '';
      for (const part of parts) whole += typeof part === 'string' ? part : (part(scope) ?? '');
      return whole === '' ? undefined : whole;
    };
  },
  upper: (node, place) =>
    mapText(node.value, place, (value) => (isAscii(value) ? value.toUpperCase() : value)),
  lower: (node, place) =>
    mapText(node.value, place, (value) => (isAscii(value) ? value.toLowerCase() : value)),
  trim: (node, place) => mapText(node.value, place, (value) => value.trim()),
  truncate: (node, place) => mapText(node.value, place, (value) => cutText(value, node.length)),
  slug: (node, place) => mapText(node.value, place, (value) => writeSlug(value, node.length)),
  pattern: (node, place) => {
    const template = place.text(node.pattern, 'pattern');
    const tokens = node.tokens.map(({ name, value }, at) => ({
      token: `{${name}}`,
      value: place.text(value, `tokens[${at}].value`),
    }));
    return (scope) => {
      let filled = template(scope);
      if (filled === undefined) return undefined;
      for (const { token, value } of tokens)
        if (filled.includes(token))
          filled = filled.replaceAll(token, (value(scope) ?? '-').replace(/[${}]/g, '-'));
      return filled;
    };
  },
  keep: (node, place) => {
    const others = new RegExp(`[^${node.characters}]+`, 'g');
    return mapText(node.value, place, (value) => value.replace(others, () => node.replacement));
  },
  part: (node, place) =>
    mapText(node.value, place, (value) => {
      const at = value.indexOf(node.separator);
      if (at < 0) return node.side === 'before' ? value : undefined;
      return node.side === 'before' ? value.slice(0, at) : value.slice(at + node.separator.length);
    }),
  extract: (node, place) => {
    const part = new RegExp(node.pattern);
    return mapText(node.value, place, (value) => part.exec(value)?.[0]);
  },
  fingerprint: (node, place) => {
    const text = place.text(node.value, 'value');
    return (scope) =>
      createHash('md5')
        .update(encodeURIComponent(wellFormed(text(scope) ?? '')))
        .digest('hex');
  },
  word: ({ word }) => {
    const forms: Readonly<Record<string, string>> = wordTable[word];
    return ({ parameters }) => {
      const language = String(read(parameters, 'language'));
      return Object.hasOwn(forms, language) ? forms[language] : forms.en;
    };
  },
  escape: (node, place) => mapText(node.value, place, escapeText),
  'plain-text': (node, place) => mapText(node.value, place, readText),
  'html-text': (node, place) => mapText(node.value, place, readHtml),
  link: (node, place) => {
    const url = place.text(node.url, 'url');
    const label = place.text(node.label, 'label');
    return (scope) => writeLink(url(scope), label(scope), node.longest);
  },
  mention: (node, place) => mapText(node.id, place, writeMention, 'id'),
  'url-encode': (node, place) => mapText(node.value, place, (value) => encodeURIComponent(wellFormed(value))),
};

function mapText(
  node: Expression,
  place: Place,
  change: (text: string) => string | undefined,
  segment = 'value',
): Evaluate {
  const read = place.text(node, segment);
  return (scope) => {
    const value = read(scope);
    return value === undefined ? undefined : change(value) || undefined;
  };
}

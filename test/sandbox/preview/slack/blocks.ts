import { type Content, type Html, html } from '../html.ts';
import { withEmoji } from './emoji.ts';
import { renderMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';

interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: boolean;
}

interface Element {
  readonly type: string;
  readonly text?: TextObject | string;
  readonly url?: string;
  readonly style?: string;
  readonly alt_text?: string;
}

interface Block {
  readonly type: string;
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly accessory?: Element;
  readonly elements?: readonly Element[];
  readonly alt_text?: string;
  readonly title?: TextObject;
}

/**
 * Blocks of a message as HTML. Buttons are drawn and do nothing. A kind that is not drawn says so, so that no card looks
 * complete that is not.
 */
export function renderBlocks(blocks: readonly unknown[], names: Names): Html {
  return html`${(blocks as readonly Block[]).map((block) => renderBlock(block, names))}`;
}

function renderBlock(block: Block, names: Names): Content {
  const text = (object: TextObject | undefined) => object && renderText(object, names);
  switch (block.type) {
    case 'header':
      return html`<p class="block header">${text(block.text)}</p>`;
    case 'section':
      return html`<div class="block section"><div class="words">${
        block.text && html`<div class="text">${text(block.text)}</div>`
      }${
        block.fields &&
        html`<div class="fields">${block.fields.map((field) => html`<div class="text">${text(field)}</div>`)}</div>`
      }</div>${block.accessory && renderElement(block.accessory, names)}</div>`;
    case 'context':
      return html`<div class="block context">${block.elements?.map((element) => renderElement(element, names))}</div>`;
    case 'actions':
      return html`<div class="block actions">${block.elements?.map((element) => renderElement(element, names))}</div>`;
    case 'divider':
      return html`<div class="block divider"></div>`;
    case 'image':
      return html`<p class="block picture">${text(block.title) ?? block.alt_text}</p>`;
    default:
      return notDrawn(block.type);
  }
}

function renderElement(element: Element, names: Names): Content {
  switch (element.type) {
    case 'mrkdwn':
    case 'plain_text':
      return html`<span class="text">${renderText(element as TextObject, names)}</span>`;
    case 'button':
      return html`<span class="button ${element.style ?? ''}" title="${element.url}">${
        typeof element.text === 'object' && renderText(element.text, names)
      }</span>`;
    case 'image':
      return html`<span class="picture">${element.alt_text}</span>`;
    default:
      return notDrawn(element.type);
  }
}

function renderText({ type, text, emoji = true }: TextObject, names: Names): Content {
  if (type === 'mrkdwn') return renderMrkdwn(text, names);
  return emoji ? withEmoji(text) : text;
}

function notDrawn(type: string): Html {
  return html`<p class="block not-drawn">A ${type.replaceAll('_', ' ')} stands here, which this page does not draw.</p>`;
}

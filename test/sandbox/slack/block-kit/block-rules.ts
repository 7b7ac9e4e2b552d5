import {
  accessories,
  actionElements,
  button,
  feedbackButtons,
  iconButton,
  image,
  imageSource,
  inputElements,
} from './element-rules.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text-rule.ts';
import {
  anyText,
  anything,
  choice,
  flag,
  list,
  mrkdwn,
  plainText,
  type Rule,
  string,
  typed,
  union,
} from './rule.ts';
import { dataTable, dataVisualization, table } from './table-rules.ts';

const block = (type: string, fields: Readonly<Record<string, Rule>>, oneOf?: readonly string[]) =>
  typed(type, { block_id: string(LIMITS.blockId), ...fields }, oneOf);

const actions = block('actions', { 'elements*': list(actionElements, LIMITS.actionsElements) });
const context = block('context', {
  'elements*': list(union([plainText(), mrkdwn(), image]), LIMITS.contextElements),
});
const divider = block('divider', {});
const header = block('header', { 'text*': plainText(LIMITS.headerText) });
const imageBlock = block(
  'image',
  { ...imageSource, 'alt_text*': string(LIMITS.altText), title: plainText(LIMITS.imageTitle) },
  ['image_url', 'slack_file'],
);
const input = block('input', {
  'label*': plainText(LIMITS.inputLabel),
  hint: plainText(LIMITS.inputLabel),
  'element*': inputElements,
  optional: flag,
  dispatch_action: flag,
});
const section = block(
  'section',
  {
    text: anyText(LIMITS.sectionText),
    fields: list(anyText(LIMITS.sectionFieldText), LIMITS.sectionFields),
    accessory: accessories,
    expand: flag,
  },
  ['text', 'fields'],
);
const video = block('video', {
  'video_url*': string(LIMITS.url),
  'thumbnail_url*': string(LIMITS.url),
  'alt_text*': string(LIMITS.altText),
  'title*': plainText(LIMITS.videoTitle),
  title_url: string(LIMITS.url),
  author_name: string(LIMITS.videoAuthor),
  provider_name: string(),
  provider_icon_url: string(LIMITS.url),
  description: plainText(),
});
const card = block(
  'card',
  {
    hero_image: image,
    icon: image,
    slack_icon: anything,
    title: mrkdwn(LIMITS.cardTitle),
    subtitle: mrkdwn(LIMITS.cardTitle),
    body: mrkdwn(LIMITS.cardBody),
    subtext: mrkdwn(LIMITS.cardSubtext),
    actions: list(button, LIMITS.cardActions),
  },
  ['hero_image', 'title', 'actions', 'body'],
);
const container = block(
  'container',
  {
    title: plainText(LIMITS.containerTitle),
    rich_text_title: richText,
    subtitle: anyText(LIMITS.containerTitle),
    'child_blocks*': list(
      union([actions, context, divider, header, imageBlock, input, richText, section, table, video]),
      LIMITS.containerBlocks,
    ),
    width: choice('narrow', 'standard', 'wide', 'full'),
    icon: image,
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
  },
  ['title', 'rich_text_title'],
);
const taskCard = block('task_card', {
  'task_id*': string(),
  'title*': string(),
  details: richText,
  output: richText,
  sources: list(typed('url', { 'url*': string(LIMITS.url), 'text*': string() })),
  'status*': choice('pending', 'in_progress', 'complete', 'error'),
});

/** The blocks of one message. The file block is missing: it is only read back. */
export const messageBlocks: Rule = list(
  union([
    actions,
    block('alert', {
      'text*': anyText(),
      level: choice('default', 'info', 'warning', 'error', 'success'),
    }),
    card,
    block('carousel', { 'elements*': list(card, LIMITS.carouselCards) }),
    container,
    context,
    block('context_actions', {
      'elements*': list(union([feedbackButtons, iconButton]), LIMITS.contextActionsElements),
    }),
    dataTable,
    dataVisualization,
    divider,
    header,
    imageBlock,
    input,
    block('markdown', { 'text*': string(LIMITS.markdownText) }),
    block('plan', { 'title*': string(), tasks: list(taskCard) }),
    richText,
    section,
    table,
    taskCard,
    video,
  ]),
  LIMITS.blocks,
  0,
);

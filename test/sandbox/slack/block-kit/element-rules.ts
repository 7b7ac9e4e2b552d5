import { LIMITS } from './limits.ts';
import {
  anyText,
  anything,
  choice,
  flag,
  formed,
  integer,
  list,
  mrkdwn,
  object,
  plainText,
  type Rule,
  string,
  typed,
  union,
} from './rule.ts';

const style = choice('primary', 'danger');

const confirm = object({
  title: plainText(LIMITS.confirmTitle),
  'text*': anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style,
});

const actionable = { action_id: string(LIMITS.actionId) };
const confirmable = { ...actionable, confirm };
const focusable = { ...confirmable, focus_on_load: flag };
const selectable = { ...focusable, placeholder: plainText(LIMITS.placeholder) };
const multiple = { ...selectable, max_selected_items: integer(1, LIMITS.selectOptions) };
const respondable = { ...selectable, response_url_enabled: flag };

const option = (text: Rule, more: Readonly<Record<string, Rule>> = {}) =>
  object({
    'text*': text,
    'value*': string(LIMITS.optionValue),
    description: plainText(LIMITS.optionDescription),
    ...more,
  });
const plainOption = option(plainText(LIMITS.optionText));
const richOption = option(union([plainText(LIMITS.optionText), mrkdwn(LIMITS.optionText)]));
const options = list(plainOption, LIMITS.selectOptions);
const optionGroups = list(
  object({ 'label*': plainText(LIMITS.optionText), 'options*': options }),
  LIMITS.optionGroups,
);
const ids = list(string());
const filter = object({
  include: list(choice('im', 'mpim', 'private', 'public')),
  exclude_external_shared_channels: flag,
  exclude_bot_users: flag,
});

const slackFile = object({ id: string(), url: string(LIMITS.url) }, ['id', 'url']);
/** The fields that say which picture an image shows. */
export const imageSource = { image_url: string(LIMITS.url), slack_file: slackFile };

/** An image element; also the picture of a card. */
export const image = typed('image', { ...imageSource, 'alt_text*': string(LIMITS.altText) }, [
  'image_url',
  'slack_file',
]);

/** A button. */
export const button = typed('button', {
  ...confirmable,
  'text*': plainText(LIMITS.buttonText),
  value: string(LIMITS.buttonValue),
  url: string(LIMITS.url),
  style,
  accessibility_label: string(LIMITS.accessibilityLabel),
});

const workflowButton = typed('workflow_button', {
  ...confirmable,
  'text*': plainText(LIMITS.buttonText),
  'workflow*': anything,
  style,
  accessibility_label: string(LIMITS.accessibilityLabel),
});

const pressed = {
  'text*': plainText(LIMITS.buttonText),
  accessibility_label: string(LIMITS.accessibilityLabel),
};

/** A pair of buttons for praise and complaint. */
export const feedbackButtons = typed('feedback_buttons', {
  ...actionable,
  'positive_button*': object({ ...pressed, 'value*': string(LIMITS.buttonValue) }),
  'negative_button*': object({ ...pressed, 'value*': string(LIMITS.buttonValue) }),
});

/** A small button that is only a picture. */
export const iconButton = typed('icon_button', {
  ...confirmable,
  ...pressed,
  'icon*': string(),
  value: string(LIMITS.buttonValue),
  visible_to_user_ids: ids,
});

const choices = {
  ...focusable,
  'options*': list(richOption, LIMITS.checkboxOptions),
};
const checkboxes = typed('checkboxes', { ...choices, initial_options: list(richOption) });
const radioButtons = typed('radio_buttons', { ...choices, initial_option: richOption });

const date: Rule = formed(/^\d{4}-\d{2}-\d{2}$/);
const time: Rule = formed(/^([01]\d|2[0-3]):[0-5]\d$/);
const pickers = [
  typed('datepicker', { ...selectable, initial_date: date }),
  typed('timepicker', { ...selectable, initial_time: time, timezone: string() }),
  typed('datetimepicker', { ...focusable, initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
];

const staticFields = { options, option_groups: optionGroups };
const eitherOptions = ['options', 'option_groups'];
const conversations = { default_to_current_conversation: flag, filter };
const queried = { min_query_length: integer(0, LIMITS.inputLength) };
const selects = [
  typed('static_select', { ...selectable, ...staticFields, initial_option: plainOption }, eitherOptions),
  typed('multi_static_select', { ...multiple, ...staticFields, initial_options: options }, eitherOptions),
  typed('external_select', { ...selectable, ...queried, initial_option: plainOption }),
  typed('multi_external_select', { ...multiple, ...queried, initial_options: options }),
  typed('users_select', { ...selectable, initial_user: string() }),
  typed('multi_users_select', { ...multiple, initial_users: ids }),
  typed('conversations_select', { ...respondable, ...conversations, initial_conversation: string() }),
  typed('multi_conversations_select', { ...multiple, ...conversations, initial_conversations: ids }),
  typed('channels_select', { ...respondable, initial_channel: string() }),
  typed('multi_channels_select', { ...multiple, initial_channels: ids }),
];

const overflow = typed('overflow', {
  ...confirmable,
  'options*': list(option(plainText(LIMITS.optionText), { url: string(LIMITS.url) }), LIMITS.overflowOptions),
});

const plainTextInput = typed('plain_text_input', {
  ...actionable,
  focus_on_load: flag,
  placeholder: plainText(LIMITS.placeholder),
  initial_value: string(LIMITS.inputLength),
  multiline: flag,
  min_length: integer(0, LIMITS.inputLength),
  max_length: integer(1, LIMITS.inputLength),
  dispatch_action_config: anything,
});

const choosing = [checkboxes, radioButtons, ...pickers, ...selects];

/** What an actions block holds. */
export const actionElements = union([button, workflowButton, overflow, ...choosing]);

/** What stands beside a section. */
export const accessories = union([button, workflowButton, overflow, image, ...choosing]);

/** What an input block of a message holds; the inputs of modals are left out. */
export const inputElements = union([plainTextInput, ...choosing]);

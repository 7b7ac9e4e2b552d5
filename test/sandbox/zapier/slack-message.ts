import type { Connection } from './connection.ts';
import { type Outputs, resolveParam, toText } from './field-mapping.ts';
import { InputProblem } from './input-data.ts';
import { refuse } from './refuse.ts';
import type { Step } from './step-tree.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** The params of the steps that post a message, and what each becomes in chat.postMessage. */
const PARAMS: Readonly<Record<string, (value: unknown, where: string) => Arguments>> = {
  channel: (value) => ({ channel: toText(value) }),
  text: (value) => ({ text: toText(value) }),
  thread_ts: (value) => ({ thread_ts: toText(value) }),
  reply_broadcast: (value, where) => ({ reply_broadcast: yesOrNo(value, where) }),
  link_names: (value, where) => ({ link_names: yesOrNo(value, where) }),
  unfurl: (value, where) => ({
    unfurl_links: yesOrNo(value, where),
    unfurl_media: yesOrNo(value, where),
  }),
  username: (value) => ({ username: toText(value) }),
  icon: (value, where) => icon(toText(value), where),
  as_bot: withoutEffect,
  add_app_to_channel: onlyNo,
  add_edit_link: onlyNo,
};

/** Names of later mappings that hold; they are those of Slack's own answer. */
export const SLACK_MESSAGE_OUTPUTS: ReadonlySet<string> = new Set(['ok', 'channel', 'ts']);

/** Throws ZapRefusal for a param, or for a value typed in, whose effect no export shows. */
export function checkSlackMessage({ node, name }: Step): void {
  for (const [param, value] of Object.entries(node.params)) {
    const where = `${name}: ${param}`;
    const read = PARAMS[param] ?? refuse('stock-param', where);
    if (typeof value !== 'string' || !value.includes('{{')) read(value, where);
  }
}

/** Posts the message of a step; throws InputProblem without a channel or a text, and StepFailed. */
export async function postSlackMessage(
  { node, name }: Step,
  outputs: Outputs,
  connection: Connection,
  autoreplay: boolean,
): Promise<unknown> {
  const values = resolveParam(node.params, outputs, name) as Arguments;
  const filled = Object.entries(values).filter(([, value]) => toText(value) !== '');
  for (const required of ['channel', 'text'])
    if (!filled.some(([param]) => param === required))
      throw new InputProblem(`Required field "${required}" is missing.`);
  const parts = filled.map(([param, value]) => {
    const where = `${name}: ${param}`;
    return (PARAMS[param] ?? refuse('stock-param', where))(value, where);
  });
  const { ok, channel, ts } = (await connection.call(
    'chat.postMessage',
    { inputData: Object.assign({}, ...parts) },
    { autoreplay },
  )) as Arguments;
  return { ok, channel, ts };
}

function yesOrNo(value: unknown, where: string): boolean {
  if (value === true || value === 'yes' || value === 'true') return true;
  if (value === false || value === 'no' || value === 'false') return false;
  return refuse('stock-param', where);
}

function withoutEffect(value: unknown, where: string): Arguments {
  yesOrNo(value, where);
  return {};
}

function onlyNo(value: unknown, where: string): Arguments {
  return yesOrNo(value, where) ? refuse('stock-param', where) : {};
}

function icon(value: string, where: string): Arguments {
  if (/^:[\w+-]+:$/.test(value)) return { icon_emoji: value };
  return /^https?:\/\//.test(value) ? { icon_url: value } : refuse('stock-param', where);
}

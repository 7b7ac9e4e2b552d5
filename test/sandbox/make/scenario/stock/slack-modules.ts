import { mapHost } from '../../../map-host.ts';
import { MakeError } from '../../error.ts';
import { refuse } from '../../refuse.ts';
import { UntypedError } from '../error.ts';
import { booleanField, textField } from './field.ts';
import type { StockCall, StockModule } from './stock-module.ts';

const POST = 'https://slack.com/api/chat.postMessage';
const TEXTS = [
  'channel',
  'text',
  'blocks',
  'thread_ts',
  'parse',
  'icon_emoji',
  'icon_url',
  'username',
] as const;
const BOOLEANS = ['reply_broadcast', 'link_names', 'mrkdwn', 'unfurl_links', 'unfurl_media'] as const;
/** How the editor's channel field was filled; both end in the same field. */
const WAYS: readonly unknown[] = ['manualy', 'list'];

/** Make's own Slack modules; what they put out is not confirmed, so nothing can read it. */
export const SLACK_MODULES: Readonly<Record<string, StockModule>> = {
  'slack:CreateMessage': {
    version: 4,
    parameters: [],
    fields: ['channelWType', 'channelType', ...TEXTS, ...BOOLEANS],
    run: async (call) => {
      if (!WAYS.includes(call.fields.channelWType))
        refuse('stock-field', `module ${call.module.id} channelWType`);
      textField(call, 'channel');
      await post(call, {
        ...given(call, TEXTS, textField),
        ...given(call, BOOLEANS, booleanField),
      });
      return [{}];
    },
  },
};

/** Whether nothing may read what a module puts out. */
export function hidesOutput(module: string): boolean {
  return Object.hasOwn(SLACK_MODULES, module);
}

function given(
  call: StockCall,
  names: readonly string[],
  read: (call: StockCall, name: string) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    names.filter((name) => call.fields[name] !== undefined).map((name) => [name, read(call, name)]),
  );
}

async function post({ context }: StockCall, message: object): Promise<void> {
  const { world, slackToken } = context;
  const response = await world
    .fetch(mapHost(world.hosts, POST), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slackToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify(message),
    })
    .catch((error: Error) => {
      if (error.name !== 'TypeError') throw error;
      throw new MakeError('ConnectionError', 'No answer from https://slack.com.');
    });
  if (response.status === 429) throw new MakeError('RateLimitError', '[429] Too many requests.', 429);
  if (response.status >= 500)
    throw new MakeError('ConnectionError', `[${response.status}] Slack is not available.`, response.status);
  const { ok, error } = (await response.json()) as { readonly ok: boolean; readonly error?: string };
  if (!ok) throw new UntypedError('slack-error', `Slack answered ${error}.`);
}

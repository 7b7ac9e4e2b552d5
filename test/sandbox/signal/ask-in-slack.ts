import { hookFetch } from '../make/hook-fetch.ts';
import type { Scenario } from '../make/open-scenario.ts';
import type { World } from '../world.ts';
import type { LiveZap } from '../zapier/run-zap.ts';
import type { Asked } from './demo.ts';

/** What the importer of a scenario typed into its webhook, and put behind the address that Slack got. */
export const HOOK_SECRET = 'abcdefghijklmnopqrstuvwxyz0123456789abcd';

/** The flow that somebody's doing in Slack reaches. */
type Reached = { readonly scenario: Scenario } | { readonly zap: LiveZap };

/**
 * Lets somebody do something in Slack: on Make they type the slash command or choose the shortcut of a message, which
 * Slack sends to the webhook; on Zapier they write the message, and push it to the Zap in place of a shortcut.
 */
export async function askInSlack({ slack }: World, asks: Asked | undefined, flow: Reached): Promise<void> {
  if (asks === undefined) return;
  const { user, channel, text, keyword, by } = asks;
  const receiver = (scenario: Scenario) => ({
    url: `https://hook.eu1.make.com/abcdefghijkl?secret=${HOOK_SECRET}`,
    fetch: hookFetch(scenario),
  });
  if ('command' in by && 'scenario' in flow) {
    await slack.sendCommand(receiver(flow.scenario), { command: by.command, text, user, channel });
    return;
  }
  const words = keyword === undefined ? text : `${keyword} ${text}`;
  const ts = slack.postAs(user, channel, words);
  if ('command' in by) return;
  if ('zap' in flow) flow.zap.pushMessage(channel, ts);
  else await slack.sendShortcut(receiver(flow.scenario), { callbackId: by.shortcut, ts, user, channel });
}

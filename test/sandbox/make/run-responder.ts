import type { MakeModule } from './load/app.ts';
import { type AppRun, openSession } from './runtime/open-session.ts';
import type { Variables } from './runtime/session.ts';
import type { WebhookReply } from './webhook/incoming.ts';
import { renderReply } from './webhook/reply.ts';

/** Runs a responder: gives the reply for the webhook's caller. */
export function runResponder(run: AppRun, module: MakeModule, parameters: Variables): WebhookReply {
  const session = openSession(run, module.respond.file, { parameters }, 'none');
  return renderReply(session, module.respond.json, {}, 'response');
}

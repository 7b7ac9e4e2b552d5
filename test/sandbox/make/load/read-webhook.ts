import type { MakeWebhook } from './app.ts';
import type { RequestDirectives, WebhookDirectives } from './directives.ts';
import { inspectParameters } from './inspect-parameters.ts';
import { inspectStep } from './inspect-step.ts';
import { inspectWebhook } from './inspect-webhook.ts';
import type { ManifestComponent } from './manifest.ts';
import type { Reader } from './reader.ts';

/** Reads one webhook of an app. */
export function readWebhook(reader: Reader, id: string, component: ManifestComponent): MakeWebhook {
  const { codeFiles: files, label, webhookType: type = 'web' } = component;
  const owner = `webhook ${id}`;
  const request = (key: 'attach' | 'detach') => {
    const file = files[key];
    if (file === null || file === undefined) return undefined;
    const code = reader.code<RequestDirectives>(file, 'attach.schema.json', {}, owner);
    reader.find(() => inspectStep(code.json, 'attach', code.file, ''));
    return code;
  };
  if (type === 'web-shared') reader.refuse('shared-webhook', 'makecomapp.json', `/components/webhook/${id}`);
  if (files.update !== null && files.update !== undefined) reader.refuse('webhook-update', files.update, '');
  const webhook: MakeWebhook = {
    id,
    label,
    type,
    connection: component.connection ?? undefined,
    communication: reader.code<WebhookDirectives>(files.communication, 'webhook.schema.json', {}, owner),
    params: reader.code(files.params, 'parameters.schema.json', [], owner),
    attach: request('attach'),
    detach: request('detach'),
  };
  reader.code(files.requiredScope, 'plain.schema.json#/definitions/scope', [], owner);
  inspectParameters(reader, webhook.params);
  reader.find(() => inspectWebhook(webhook.communication.json, webhook.communication.file));
  return webhook;
}

import type { MakeApp, MakeRpc } from './app.ts';
import type { BaseDirectives } from './directives.ts';
import { inspectBase } from './inspect-base.ts';
import { stepsOf } from './inspect-module.ts';
import { inspectParameters } from './inspect-parameters.ts';
import { inspectStep } from './inspect-step.ts';
import { type Components, EMPTY_MANIFEST, type Manifest, type ManifestComponent } from './manifest.ts';
import type { Problem } from './problem.ts';
import { readConnection } from './read-connection.ts';
import { readModule } from './read-module.ts';
import { readWebhook } from './read-webhook.ts';
import { type AppSource, createReader, type Reader } from './reader.ts';
import { referenceProblems } from './references.ts';

const MANIFEST = 'makecomapp.json';

/** Reads a whole app and, unless it is known to be sound, finds everything wrong with it; it is complete only without problems. */
export function readApp(
  source: AppSource,
  sound = false,
): { readonly app: MakeApp; readonly problems: readonly Problem[] } {
  const reader = createReader(source, sound);
  const manifest = reader.code<Manifest>(MANIFEST, 'manifest.schema.json', EMPTY_MANIFEST, 'every app').json;
  const { generalCodeFiles: general, components } = manifest;
  const base = reader.code<BaseDirectives>(general.base, 'base.schema.json', {}, 'the app');
  reader.find(() => inspectBase(base.json, base.file));
  for (const [index, { appId, label }] of manifest.origins.entries())
    if (`${appId}${label}`.includes('FILL-ME')) reader.refuse('fill-me', MANIFEST, `/origins/${index}`);
  for (const [kind, list] of Object.entries(components))
    for (const [id, { altConnection }] of Object.entries(list as Components))
      if (typeof altConnection === 'string')
        reader.refuse('alt-connection', MANIFEST, `/components/${kind}/${id}`);
  const app: MakeApp = {
    base,
    common: reader.code(general.common, 'plain.schema.json#/definitions/object', {}, 'the app'),
    connections: each(reader, components.connection, readConnection),
    webhooks: each(reader, components.webhook, readWebhook),
    modules: each(reader, components.module, readModule),
    rpcs: each(reader, components.rpc, readRpc),
  };
  const groups = reader.code<readonly { readonly modules: readonly string[] }[]>(
    general.groups,
    'groups.schema.json',
    [],
    'the app',
  );
  reader.find(() => referenceProblems(app, groups));
  return { app, problems: reader.problems };
}

function each<T>(
  reader: Reader,
  components: Components,
  read: (reader: Reader, id: string, component: ManifestComponent) => T,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(components).map(([id, component]) => [id, read(reader, id, component)]));
}

function readRpc(reader: Reader, id: string, component: ManifestComponent): MakeRpc {
  const { codeFiles: files, label } = component;
  const rpc: MakeRpc = {
    id,
    label,
    connection: component.connection ?? undefined,
    communication: reader.code(files.communication, 'communication.schema.json', {}, `rpc ${id}`),
    params: reader.code(files.params, 'parameters.schema.json', [], `rpc ${id}`),
  };
  inspectParameters(reader, rpc.params);
  const { file, json } = rpc.communication;
  for (const [index, step] of stepsOf(json).entries())
    reader.find(() => inspectStep(step, 'module', file, Array.isArray(json) ? `/${index}` : ''));
  return rpc;
}

import { hasMissed } from '../shared/operation/missed.ts';
import { actions, searches, slackRequests, triggers } from '../shared/operation/operations.ts';
import { hasPush, pushedOperation } from '../shared/operation/pushed.ts';
import { isTold } from '../shared/operation/undelivered.ts';
import type { Json } from '../shared/target/iml/tree.ts';
import { base } from './base.ts';
import { CONNECTION, type Module, type Rpc, type Webhook } from './component.ts';
import { defaultScope, oauth } from './connection/oauth.ts';
import { params } from './connection/params.ts';
import { icon } from './icon.ts';
import { actionModule } from './module/action.ts';
import { instantTriggerModule } from './module/instant-trigger.ts';
import { missedModule } from './module/missed.ts';
import { searchModule } from './module/search.ts';
import { slackRequestModule } from './module/slack-request.ts';
import { triggerModule, undeliveredModule } from './module/trigger.ts';
import { readme } from './readme.ts';
import { dropdowns } from './rpc/dropdown.ts';
import { flowOperation, outboundMessageWebhook } from './webhook/outbound-message.ts';
import { pushWebhook } from './webhook/push.ts';
import { slackRequestWebhook } from './webhook/slack-request.ts';

const pushTriggers = triggers.filter(hasPush);

/** The modules of the app by the heading they are shown under. */
const groups = Map.groupBy(
  [
    ...triggers.map((trigger) => ({ group: trigger.operation.group, module: triggerModule(trigger) })),
    ...pushTriggers.flatMap((trigger) =>
      [pushedOperation(trigger), flowOperation(trigger)].map((operation) => ({
        group: operation.group,
        module: instantTriggerModule(trigger, operation),
      })),
    ),
    ...triggers
      .filter(isTold)
      .map((trigger) => ({ group: trigger.operation.group, module: undeliveredModule(trigger) })),
    ...slackRequests.map((request) => ({
      group: request.operation.group,
      module: slackRequestModule(request),
    })),
    ...actions.map((action) => ({ group: action.operation.group, module: actionModule(action) })),
    ...triggers
      .filter(hasMissed)
      .map((trigger) => ({ group: trigger.operation.group, module: missedModule(trigger) })),
    ...searches.map((search) => ({ group: search.operation.group, module: searchModule(search) })),
  ],
  ({ group }) => group,
);

const modules = [...groups.values()].flat().map(({ module }) => module);
const webhooks = [
  ...pushTriggers.flatMap((trigger) => [pushWebhook(trigger), outboundMessageWebhook(trigger)]),
  ...slackRequests.map(slackRequestWebhook),
];

/** The files of a component, and how the manifest lists it. */
interface Written {
  readonly files: ReadonlyMap<string, string>;
  readonly entry: Record<string, Json>;
}

/** Every file of the app folder, by path, as Make's editor extension lays it out. */
export function appFiles(): ReadonlyMap<string, string | Buffer> {
  const connection = writeConnection();
  const writtenModules = modules.map((module) => [module.id, writeModule(module)] as const);
  const writtenWebhooks = webhooks.map((webhook) => [webhook.id, writeWebhook(webhook)] as const);
  const writtenRpcs = dropdowns.map((rpc) => [rpc.id, writeRpc(rpc)] as const);
  const entries = (all: readonly (readonly [string, Written])[]) =>
    Object.fromEntries(all.map(([id, { entry }]) => [id, entry]));
  const manifest: Json = {
    fileVersion: 1,
    generalCodeFiles: {
      base: 'general/base.iml.json',
      common: null,
      readme: 'README.md',
      groups: 'modules/groups.json',
    },
    components: {
      connection: { [CONNECTION]: connection.entry },
      webhook: entries(writtenWebhooks),
      module: entries(writtenModules),
      rpc: entries(writtenRpcs),
      function: {},
      endpoint: {},
    },
    origins: [],
  };
  return new Map<string, string | Buffer>([
    ['makecomapp.json', json(manifest)],
    ['general/base.iml.json', json(base)],
    [
      'modules/groups.json',
      json(
        [...groups].map(([label, members]) => ({ label, modules: members.map(({ module }) => module.id) })),
      ),
    ],
    ['README.md', readme(modules)],
    ['icon.png', icon()],
    ...connection.files,
    ...[...writtenWebhooks, ...writtenModules, ...writtenRpcs].flatMap(([, { files }]) => [...files]),
  ]);
}

function writeConnection(): Written {
  return write(
    'connections',
    CONNECTION,
    {
      communication: ['oauth-communication', oauth],
      params: ['params', params],
      scopeList: ['scope-list', Object.fromEntries(defaultScope.map((scope) => [scope, scope]))],
      defaultScope: ['default-scope', defaultScope],
    },
    { label: 'Dealwire (Salesforce and Slack)', connectionType: 'oauth' },
  );
}

function writeModule(module: Module): Written {
  const { id, label, description, moduleType, actionCrud, webhook } = module;
  return write(
    'modules',
    id,
    {
      communication: ['communication', module.communication],
      ...(module.epoch === undefined ? {} : { epoch: ['epoch', module.epoch] }),
      staticParams: ['static-params', module.staticParams ?? []],
      mappableParams: ['mappable-params', module.mappableParams ?? []],
      interface: ['interface', module.interface],
      samples: ['samples', module.samples],
      scope: ['scope', []],
    },
    {
      label,
      description,
      moduleType,
      ...(actionCrud === undefined ? {} : { actionCrud }),
      ...(webhook === undefined ? { connection: CONNECTION, altConnection: null } : { webhook }),
    },
  );
}

function writeWebhook({ id, label, params, communication, attach, detach }: Webhook): Written {
  return write(
    'webhooks',
    id,
    {
      communication: ['communication', communication],
      params: ['params', params],
      ...(attach === undefined ? {} : { attach: ['attach', attach] }),
      ...(detach === undefined ? {} : { detach: ['detach', detach] }),
    },
    {
      label,
      webhookType: 'web',
      connection: attach === undefined ? null : CONNECTION,
      altConnection: null,
    },
  );
}

function writeRpc({ id, label, communication }: Rpc): Written {
  return write(
    'rpcs',
    id,
    { communication: ['communication', communication], params: ['params', []] },
    { label, connection: CONNECTION, altConnection: null },
  );
}

function write(
  kind: string,
  id: string,
  code: Readonly<Record<string, readonly [part: string, content: Json]>>,
  entry: Record<string, Json>,
): Written {
  const name = id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const paths = Object.entries(code).map(
    ([key, [part, content]]) => [key, `${kind}/${name}/${name}.${part}.iml.json`, content] as const,
  );
  return {
    files: new Map(paths.map(([, path, content]) => [path, json(content)])),
    entry: { ...entry, codeFiles: Object.fromEntries(paths.map(([key, path]) => [key, path])) },
  };
}

/** Characters above which indentation is left out: Make's limit for a section is not documented. */
const INDENTED = 50_000;

function json(content: Json): string {
  const indented = JSON.stringify(content, null, 2);
  return `${indented.length > INDENTED ? indented.replace(/\n +/g, '\n') : indented}\n`;
}

import { MissingObjectError } from '../../shared/error.ts';
import { choose, type Expression, exists, literal, parametersOf } from '../../shared/language/index.ts';
import type { Node } from '../../shared/language/node/node.ts';
import type { Input } from '../../shared/operation/definition.ts';
import { type PushTrigger, pushedOperation } from '../../shared/operation/pushed.ts';
import { Subscription } from '../../shared/receive/subscription.ts';
import { API_PATH } from '../../shared/salesforce/api-version.ts';
import { compileTemplate } from '../../shared/target/iml/compile.ts';
import { rootsIn } from '../../shared/target/iml/roots.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { httpErrors } from '../base.ts';
import { log, type Webhook } from '../component.ts';
import { salesforceHeaders } from '../delivery/print-call.ts';
import { replaceNodes } from '../delivery/replace-nodes.ts';
import { errorTypeOf } from '../error-type.ts';
import { moduleName } from '../module-name.ts';
import { toParameter } from '../parameter.ts';
import { RECORD_ID } from '../record-id.ts';
import { daysAgo, instant } from '../span.ts';

/** What a caller has to know. */
const secret: Input = {
  key: 'secret',
  label: 'Secret',
  help: 'Any long text that nobody can guess, such as 40 random characters. Salesforce sends it with every call, and calls without it are ignored.',
  type: 'text',
  required: true,
};

const missing = new MissingObjectError(Subscription.name);
const input = parametersOf({ secret: 'text' });

/** IML that compares by hashes, whose difference tells nothing of the secret. */
const knowsSecret = "sha256(toString(ifempty(body.secret, '-'))) == sha256(toString(parameters.secret))";

/** What an org without the package answers. */
const noPackage = {
  message: `[404] ${missing.message} ${missing.fix}`,
  type: errorTypeOf[missing.code],
};

const path = `{{connection.instanceUrl}}${API_PATH}/sobjects/${Subscription.name}`;

/**
 * The webhook that the package calls. It is attached by a subscription in Salesforce; a call becomes an item for each record
 * that it names.
 */
export function pushWebhook(trigger: PushTrigger): Webhook {
  const operation = pushedOperation(trigger);
  const { object, inputs, entry } = trigger.push;
  const subscription = compileTemplate(
    {
      Url__c: literal('text', null),
      Object__c: object,
      Entry__c: withDefaults(entry, inputs),
      Secret__c: input('secret'),
    },
    rootsIn('w'),
    true,
  );
  return {
    id: moduleName(operation),
    label: operation.label,
    params: [secret, ...inputs].map(toParameter),
    communication: {
      condition: `{{${knowsSecret} && toString(ifempty(body.object, '-')) == '${object}'}}`,
      respond: { type: 'json', status: 200, body: { ok: true } },
      iterate: {
        container: '{{ifempty(body.recordIds, emptyarray)}}',
        condition: `{{!(replace(ifempty(toString(item), '-'), '/^${RECORD_ID[object]}$/g', emptystring))}}`,
      },
      output: itemOf(inputs),
    },
    attach: {
      url: path,
      method: 'POST',
      headers: salesforceHeaders,
      temp: Object.assign({}, ...subscription.steps) as Json,
      body: { ...(subscription.value as Record<string, Json>), Url__c: '{{webhook.url}}' },
      log: { sanitize: [...log.sanitize, 'request.body.Secret__c'] },
      response: {
        data: { subscriptionId: '{{body.id}}' },
        error: { ...httpErrors, 404: noPackage },
      },
    },
    detach: {
      url: `${path}/{{webhook.subscriptionId}}`,
      method: 'DELETE',
      headers: salesforceHeaders,
      log,
    },
  };
}

/** What an item of a webhook tells the module: the record, the inputs, and how old news may be. */
export function itemOf(inputs: readonly Input[], recordId = '{{item}}'): Readonly<Record<string, Json>> {
  const given = compileTemplate(
    Object.fromEntries(inputs.map((each) => [each.key, givenOrDefault(each)])),
    rootsIn('o'),
    true,
  );
  const oldest = `{{${instant(daysAgo)}}}`;
  return { record_ids: [recordId], ...(given.value as Record<string, Json>), since: oldest, oldest };
}

/** An expression in which an input that is left empty counts as its default. */
function withDefaults(expression: Expression, inputs: readonly Input[]): Expression {
  return replaceNodes(expression, (node: Node) => {
    const input = node.kind === 'parameter' ? inputs.find(({ key }) => key === node.name) : undefined;
    return input && givenOrDefault(input);
  });
}

function givenOrDefault({ key, type, default: otherwise }: Input): Expression {
  const given = parametersOf({ [key]: type })(key);
  if (otherwise === undefined || type === 'list') return given;
  const isTrue = otherwise === 'true';
  return type === 'boolean'
    ? choose('boolean', [[exists(given), given]], literal('boolean', isTrue))
    : choose('text', [[exists(given), given]], literal('text', otherwise));
}

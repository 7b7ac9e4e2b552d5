import type { Input, Operation } from '../../shared/operation/definition.ts';
import { type PushTrigger, pushedOperation } from '../../shared/operation/pushed.ts';
import type { Webhook } from '../component.ts';
import { moduleName } from '../module-name.ts';
import { toParameter } from '../parameter.ts';
import { RECORD_ID } from '../record-id.ts';
import { itemOf } from './push.ts';

/** What a caller has to know; an outbound message has no header of its own, so it stands in the address. */
const secret: Input = {
  key: 'secret',
  label: 'Secret',
  help: 'Letters and digits that nobody can guess, 40 of them or so. Put ?secret= and the same text behind the address of this webhook, and use that as the endpoint of the outbound message.',
  type: 'text',
  required: true,
};

const knowsSecret = "sha256(toString(ifempty(query.secret, '-'))) == sha256(toString(parameters.secret))";

const notifications = 'body.`soapenv:Envelope`[].`soapenv:Body`[].notifications[].Notification';

/** What Salesforce wants to read before it counts a message as delivered. */
const ACKNOWLEDGEMENT =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>';

/** The operation that notices what a Flow of the org sends, without Apex. */
export function flowOperation(trigger: PushTrigger): Operation {
  const operation = pushedOperation(trigger);
  return {
    ...operation,
    key: `${trigger.operation.key}_by_flow`,
    label: `${trigger.operation.label} by Flow`,
    description: `${trigger.operation.description} A Flow of Salesforce tells it at once by an outbound message. Experimental: nobody has seen Make read such a message yet.`,
  };
}

/**
 * The webhook for outbound messages. It is acknowledged in the moment that its records wait in the queue of the scenario;
 * a message that is not, Salesforce sends again for 24 hours. How Make lays out the XML is not documented for webhooks.
 */
export function outboundMessageWebhook(trigger: PushTrigger): Webhook {
  const { object, inputs } = trigger.push;
  const operation = flowOperation(trigger);
  const recordId = 'item.sObject[].`sf:Id`[]';
  return {
    id: moduleName(operation),
    label: operation.label,
    params: [secret, ...inputs].map(toParameter),
    communication: {
      condition: `{{${knowsSecret}}}`,
      respond: {
        type: 'text',
        status: 200,
        headers: { 'content-type': 'text/xml; charset=utf-8' },
        body: ACKNOWLEDGEMENT,
      },
      iterate: {
        container: `{{${notifications}}}`,
        condition: `{{!(replace(toString(ifempty(${recordId}, '-')), '/^${RECORD_ID[object]}$/g', emptystring))}}`,
      },
      output: itemOf(inputs, `{{${recordId}}}`),
    },
  };
}

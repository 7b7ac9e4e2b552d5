import type { SlackRequest } from '../../shared/operation/slack-request.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { moduleName } from '../module-name.ts';
import { toInterface } from '../parameter.ts';

/** The module behind the webhook of the same name: it hands on what the webhook read. */
export function slackRequestModule({ operation }: SlackRequest): Module {
  return {
    id: moduleName(operation),
    label: operation.label,
    description: operation.description,
    moduleType: 'instant_trigger',
    webhook: moduleName(operation),
    communication: {
      response: {
        output: Object.fromEntries(operation.outputs.map(({ key }) => [key, `{{payload.${key}}}`])),
      },
    },
    interface: operation.outputs.map(toInterface),
    samples: operation.sample as Json,
  };
}

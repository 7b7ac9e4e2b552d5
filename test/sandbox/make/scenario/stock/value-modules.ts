import { isCollection } from '../../../iml/value.ts';
import { refuse } from '../../refuse.ts';
import type { Bundle } from '../../run-module.ts';
import { UntypedError } from '../error.ts';
import { numberField, textField } from './field.ts';
import type { StockModule } from './stock-module.ts';

/** Modules that make bundles out of values, and the one that answers a webhook's caller. */
export const VALUE_MODULES: Readonly<Record<string, StockModule>> = {
  'util:BasicTrigger': {
    version: 1,
    parameters: ['values'],
    fields: [],
    run: ({ parameters }) =>
      (
        parameters.values as readonly {
          readonly spec: readonly { readonly name: string; readonly value: unknown }[];
        }[]
      ).map(({ spec }) => Object.fromEntries(spec.map(({ name, value }) => [name, value]))),
  },
  'builtin:BasicFeeder': {
    version: 1,
    parameters: [],
    fields: ['array'],
    run: ({ fields, module }) =>
      Array.isArray(fields.array)
        ? fields.array.map((item: unknown): Bundle => (isCollection(item) ? item : { value: item }))
        : refuse('stock-field', `module ${module.id} array`),
  },
  'json:ParseJSON': {
    version: 1,
    parameters: ['type'],
    fields: ['json'],
    run: (call) => {
      const value = parsed(textField(call, 'json'));
      return [isCollection(value) ? value : refuse('stock-field', `module ${call.module.id} json`)];
    },
  },
  'json:TransformToJSON': {
    version: 1,
    parameters: ['space'],
    fields: ['object'],
    run: ({ parameters, fields, module }) => {
      if ((parameters.space ?? '') !== '') refuse('stock-field', `module ${module.id} space`);
      return [{ json: JSON.stringify(fields.object) }];
    },
  },
  'gateway:WebhookRespond': {
    version: 1,
    parameters: [],
    fields: ['status', 'body', 'headers'],
    run: (call) => {
      const headers = (call.fields.headers ?? []) as readonly {
        readonly key: string;
        readonly value: string;
      }[];
      if (headers.length > 16) refuse('stock-field', `module ${call.module.id} headers`);
      call.execution.reply = {
        status: numberField(call, 'status'),
        headers: Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), value])),
        body: call.fields.body === undefined ? '' : textField(call, 'body'),
      };
      return [{}];
    },
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UntypedError('parse-error', 'The text is no JSON.');
  }
}

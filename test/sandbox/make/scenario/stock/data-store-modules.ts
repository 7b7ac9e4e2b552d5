import { passesMakeFilter } from '../../../make-filter/make-filter.ts';
import { refuse } from '../../refuse.ts';
import type { Bundle } from '../../run-module.ts';
import type { DataStore } from '../data-store.ts';
import { ScenarioError, UntypedError } from '../error.ts';
import { mapperEnvironment } from '../mapper.ts';
import { booleanField, textField } from './field.ts';
import type { StockCall, StockModule } from './stock-module.ts';

/** Modules that read and write data stores; their changes are undone when a run rolls back. */
export const DATA_STORE_MODULES: Readonly<Record<string, StockModule>> = {
  'datastore:ExistRecord': {
    version: 1,
    parameters: [],
    fields: ['key'],
    run: (call) => [{ exist: storeOf(call).has(textField(call, 'key')) }],
  },
  'datastore:AddRecord': {
    version: 1,
    parameters: [],
    fields: ['key', 'overwrite', 'data'],
    run: (call) => {
      const key = textField(call, 'key');
      const store = storeOf(call);
      if (store.has(key) && !booleanField(call, 'overwrite'))
        throw new UntypedError('record-duplicate', `A record with the key "${key}" exists already.`);
      call.execution.undo.push(store.put(key, (call.fields.data ?? {}) as Bundle));
      return [{ key }];
    },
  },
  'datastore:GetRecord': {
    version: 1,
    parameters: [],
    fields: ['key', 'returnWrapped'],
    run: (call) => {
      if (call.fields.returnWrapped !== undefined && booleanField(call, 'returnWrapped'))
        refuse('stock-field', `module ${call.module.id} returnWrapped`);
      const key = textField(call, 'key');
      return [storeOf(call).get(key) ?? refuse('record-missing', key)];
    },
  },
  'datastore:SearchRecord': {
    version: 1,
    parameters: ['continueWhenNoRes', 'limit'],
    fields: ['filter', 'sort'],
    raw: ['filter'],
    run: searchRecord,
  },
};

function searchRecord(call: StockCall): readonly Bundle[] {
  const { fields, parameters, module, context } = call;
  if ((fields.sort as readonly unknown[] | undefined)?.length)
    refuse('stock-field', `module ${module.id} sort`);
  const conditions = fields.filter as readonly (readonly {
    readonly a: string;
    readonly o: string;
    readonly b?: string;
  }[])[];
  const found = storeOf(call)
    .entries()
    .filter(([, record]) =>
      passesMakeFilter(
        { conditions: conditions.map((group) => group.map((one) => ({ ...one, a: `{{1.\`${one.a}\`}}` }))) },
        mapperEnvironment(context.world, { 1: record }),
      ),
    )
    .map(([key, data]) => ({ key, data }));
  const limit = parameters.limit;
  const limited = typeof limit === 'number' ? found.slice(0, limit) : found;
  return limited.length === 0 && parameters.continueWhenNoRes === true ? [{}] : limited;
}

function storeOf({ context, module }: StockCall): DataStore {
  const store = context.dataStores[module.id];
  if (store === undefined)
    throw new ScenarioError(
      `Module ${module.id} (${module.module}) has no data store. Hand one over for it.`,
    );
  return store;
}

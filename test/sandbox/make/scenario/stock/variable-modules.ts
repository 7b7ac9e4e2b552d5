import { refuse } from '../../refuse.ts';
import type { Bundle } from '../../run-module.ts';
import { numberField, textField } from './field.ts';
import type { StockCall, StockModule } from './stock-module.ts';

/** Modules that set, read and count. */
export const VARIABLE_MODULES: Readonly<Record<string, StockModule>> = {
  'util:SetVariable2': {
    version: 1,
    parameters: [],
    fields: ['name', 'scope', 'value'],
    run: (call) => [setVariable(call, textField(call, 'name'), call.fields.value)],
  },
  'util:SetVariables': {
    version: 1,
    parameters: [],
    fields: ['variables', 'scope'],
    run: (call) => {
      const variables = call.fields.variables as readonly {
        readonly name: string;
        readonly value?: unknown;
      }[];
      return [Object.assign({}, ...variables.map(({ name, value }) => setVariable(call, name, value)))];
    },
  },
  'util:GetVariable2': {
    version: 1,
    parameters: [],
    fields: ['name'],
    run: (call) => {
      const name = textField(call, 'name');
      return [{ [name]: call.execution.variables.get(name)?.value }];
    },
  },
  'util:FunctionIncrement': {
    version: 1,
    parameters: ['reset'],
    fields: [],
    run: ({ parameters, execution, context, module }) => {
      if (parameters.reset === 'scenario') {
        const next = (context.counters.get(module.id) ?? 0) + 1;
        context.counters.set(module.id, next);
        return [{ i: next }];
      }
      if (parameters.reset !== 'run' && parameters.reset !== 'execution')
        return refuse('stock-field', `module ${module.id} reset`);
      if (context.blueprint.metadata.scenario.roundtrips > 1) refuse('counter-reset', `module ${module.id}`);
      return [{ i: (execution.counts.get(module.id) ?? 0) + 1 }];
    },
  },
  'builtin:BasicRepeater': {
    version: 1,
    parameters: [],
    fields: ['start', 'repeats', 'step'],
    run: (call) => {
      const [start, repeats, step] = ['start', 'repeats', 'step'].map((name) => numberField(call, name));
      return Array.from({ length: repeats ?? 0 }, (_, index) => ({ i: (start ?? 0) + index * (step ?? 1) }));
    },
  },
};

function setVariable({ fields, execution, module }: StockCall, name: string, value: unknown): Bundle {
  const { scope } = fields;
  if (scope !== 'roundtrip' && scope !== 'execution')
    return refuse('stock-field', `module ${module.id} scope`);
  execution.variables.set(name, { scope, value });
  return { [name]: value };
}

import { type Bundle, defineSearch, type ZObject } from 'zapier-platform-core';
import { prepareSearch } from '../shared/operation/perform-search.ts';
import type { Search } from '../shared/operation/search.ts';
import { toConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** A search of the pack as Zapier declares one. */
export function toSearch(search: Search) {
  const { key, noun, label, description, inputs, outputs, sample } = search.operation;
  const find = prepareSearch(search);
  return defineSearch({
    key,
    noun,
    display: { label, description },
    operation: {
      inputFields: inputs.map(toInputField),
      outputFields: outputs.map(toOutputField),
      sample: { ...sample },
      perform: inZapierTerms(async (_z: ZObject, bundle: Bundle) => [
        ...(await find(toConnection(bundle), bundle.inputData, startRun())),
      ]),
    },
  });
}

import { type Bundle, defineSearch, type ZObject } from 'zapier-platform-core';
import type { Operation } from '../shared/operation/definition.ts';
import { type MissedTrigger, missedOperation } from '../shared/operation/missed.ts';
import { type FindMissed, prepareMissed } from '../shared/operation/perform-missed.ts';
import { prepareSearch, type RunSearch } from '../shared/operation/perform-search.ts';
import type { Search } from '../shared/operation/search.ts';
import { toConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { lazily } from './lazily.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** A search of the pack as Zapier declares one. */
export function toSearch(search: Search) {
  return declare(search.operation, () => prepareSearch(search));
}

/** The search for what a trigger missed. */
export function toMissedSearch(trigger: MissedTrigger) {
  return declare(missedOperation(trigger), () => prepareMissed(trigger));
}

function declare(
  { key, noun, label, description, inputs, outputs, sample }: Operation,
  prepare: () => RunSearch | FindMissed,
) {
  const find = lazily(prepare);
  return defineSearch({
    key,
    noun,
    display: { label, description },
    operation: {
      inputFields: inputs.map(toInputField),
      outputFields: outputs.map(toOutputField),
      sample: { ...sample },
      perform: inZapierTerms(async (_z: ZObject, bundle: Bundle) => [
        ...(await find()(toConnection(bundle), bundle.inputData, startRun())),
      ]),
    },
  });
}

import { type Bundle, defineSearch, type ZObject } from 'zapier-platform-core';
import { getDealFacts } from '../../shared/operation/get-deal-facts.ts';
import { prepareSearch } from '../../shared/operation/perform-search.ts';
import { toConnection } from '../connection.ts';
import { inZapierTerms } from '../error.ts';
import { toInputField } from '../input-field.ts';
import { toOutputField } from '../output-field.ts';
import { startRun } from '../run-time.ts';

const definition = getDealFacts.operation;
const search = prepareSearch(getDealFacts);

const perform = inZapierTerms(async (_z: ZObject, bundle: Bundle) => [
  ...(await search(toConnection(bundle), bundle.inputData, startRun())),
]);

export default defineSearch({
  key: definition.key,
  noun: definition.noun,
  display: { label: definition.label, description: definition.description },
  operation: {
    inputFields: definition.inputs.map(toInputField),
    outputFields: definition.outputs.map(toOutputField),
    sample: { ...definition.sample },
    perform,
  },
});

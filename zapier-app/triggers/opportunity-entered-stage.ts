import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { opportunityEnteredStage as definition } from '../../shared/operation/opportunity-entered-stage.ts';
import { performOpportunityEnteredStage } from '../../shared/operation/perform-opportunity-entered-stage.ts';
import { toConnection } from '../connection.ts';
import { now } from '../environment.ts';
import { inZapierTerms } from '../error.ts';
import { toInputField } from '../input-field.ts';
import { toOutputField } from '../output-field.ts';

const perform = inZapierTerms(async (_z: ZObject, bundle: Bundle) => [
  ...(await performOpportunityEnteredStage(toConnection(bundle), bundle.inputData, {
    now: now(),
    settingUp: (bundle.meta.isLoadingSample || bundle.meta.isPopulatingDedupe) ?? false,
  })),
]);

export default defineTrigger({
  key: definition.key,
  noun: definition.noun,
  display: { label: definition.label, description: definition.description },
  operation: {
    type: 'polling',
    inputFields: definition.inputs.map(toInputField),
    outputFields: definition.outputs.map(toOutputField),
    sample: { ...definition.sample },
    perform,
  },
});

import { randomUUID } from 'node:crypto';
import { type Bundle, defineCreate, type ZObject } from 'zapier-platform-core';
import { openDealRoom as definition } from '../../shared/operation/open-deal-room.ts';
import { performOpenDealRoom } from '../../shared/operation/perform-open-deal-room.ts';
import { toConnection } from '../connection.ts';
import { inZapierTerms } from '../error.ts';
import { toInputField } from '../input-field.ts';
import { toOutputField } from '../output-field.ts';
import { startRun } from '../run-time.ts';

const perform = inZapierTerms(async (_z: ZObject, bundle: Bundle) => ({
  ...(await performOpenDealRoom(toConnection(bundle), bundle.inputData, {
    ...startRun(),
    holder: randomUUID(),
    test: bundle.meta.isLoadingSample ?? false,
  })),
}));

export default defineCreate({
  key: definition.key,
  noun: definition.noun,
  display: { label: definition.label, description: definition.description },
  operation: {
    inputFields: definition.inputs.map(toInputField),
    outputFields: definition.outputs.map(toOutputField),
    sample: { ...definition.sample },
    lock: { key: 'room-{{bundle.inputData.record_id}}', scope: ['auth'], timeout: 60 },
    perform,
  },
});

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bundle, defineCreate, type ZObject } from 'zapier-platform-core';
import { openDealRoom as definition } from '../../shared/operation/open-deal-room.ts';
import { performOpenDealRoom } from '../../shared/operation/perform-open-deal-room.ts';
import { toConnection } from '../connection.ts';
import { now } from '../environment.ts';
import { inZapierTerms } from '../error.ts';
import { toInputField } from '../input-field.ts';
import { toOutputField } from '../output-field.ts';

/** Milliseconds of a run after which no further write starts; Zapier ends a run after 30 seconds. */
const RUN_TIME = 25_000;

const perform = inZapierTerms(async (_z: ZObject, bundle: Bundle) => ({
  ...(await performOpenDealRoom(toConnection(bundle), bundle.inputData, {
    now,
    sleep: (milliseconds) => sleep(milliseconds),
    deadline: now() + RUN_TIME,
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

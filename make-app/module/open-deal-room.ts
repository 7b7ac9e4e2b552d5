import { openDealRoom as operation } from '../../shared/operation/open-deal-room.ts';
import { dealRoomDelivery } from '../../shared/operation/perform-open-deal-room.ts';
import { dealRoom } from '../../shared/signal/deal-room/deal-room.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import type { Module } from '../component.ts';
import { assign } from '../delivery/levels.ts';
import { printDelivery } from '../delivery/print-delivery.ts';
import { ROOM_ALTERNATIVES } from '../delivery/request-limit.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';
import { readInputs } from './read-inputs.ts';

/** What a delivery knows before its first step. Make does not tell a test from a run. */
const given = {
  organizationId: '{{connection.organizationId}}',
  teamId: '{{connection.teamId}}',
  bot: '{{connection.botUserId}}',
  instanceUrl: '{{connection.instanceUrl}}',
  holder: '{{uuid}}',
  object: dealRoom.object,
  test: false,
  roomPrefix: 'room-',
} as const;

/** Opens the room of a deal: the whole delivery in one module. */
export const openDealRoom: Module = {
  id: moduleName(operation),
  label: operation.label,
  description: operation.description,
  moduleType: 'action',
  actionCrud: 'create',
  communication: [
    ...assign([{ ...given, problem: problemTable as unknown as Json }]),
    ...readInputs(operation.inputs, {
      recordId: '{{temp.input.record_id}}',
      input: { record_ids: ['{{temp.input.record_id}}'] },
    }),
    ...printDelivery(dealRoomDelivery, Object.keys(given), ROOM_ALTERNATIVES),
  ],
  mappableParams: operation.inputs.map(toParameter),
  interface: operation.outputs.map(toInterface),
  samples: operation.sample as Json,
};

import { openDealRoom as operation } from '../../shared/operation/open-deal-room.ts';
import { dealRoomDelivery } from '../../shared/operation/perform-open-deal-room.ts';
import { dealRoom } from '../../shared/signal/deal-room/deal-room.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { checkedInputs } from '../checked-input.ts';
import type { Module } from '../component.ts';
import { assign, type Request } from '../delivery/levels.ts';
import { printDelivery } from '../delivery/print-delivery.ts';
import { ROOM_ALTERNATIVES } from '../delivery/request-limit.ts';
import { moduleName } from '../module-name.ts';
import { toInterface, toParameter } from '../parameter.ts';
import { problemTable } from '../problem-table.ts';

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

const { steps, problem } = checkedInputs(operation.inputs);

/** Fails before anything is claimed; the request needs no session and is made only then. */
const refuseInput: Request = {
  condition: '{{temp.inputProblem}}',
  url: '/services/data',
  response: {
    valid: { condition: '{{!(temp.inputProblem)}}', type: 'DataError', message: '{{temp.inputProblem}}' },
    output: null,
  },
};

/** Opens the room of a deal: the whole delivery in one module. */
export const openDealRoom: Module = {
  id: moduleName(operation),
  label: operation.label,
  description: operation.description,
  moduleType: 'action',
  actionCrud: 'create',
  communication: [
    ...assign([{ ...given, problem: problemTable as unknown as Json }]),
    ...assign(steps),
    ...assign([
      {
        inputProblem: `{{${problem}}}`,
        recordId: '{{temp.input.record_id}}',
        input: { record_ids: ['{{temp.input.record_id}}'] },
      },
    ]),
    refuseInput,
    ...printDelivery(dealRoomDelivery, Object.keys(given), ROOM_ALTERNATIVES),
  ],
  mappableParams: operation.inputs.map(toParameter),
  interface: operation.outputs.map(toInterface),
  samples: operation.sample as Json,
};

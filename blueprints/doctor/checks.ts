import { apiAccess } from './check/api-access.ts';
import { changeData } from './check/change-data.ts';
import { fields } from './check/fields.ts';
import { history } from './check/history.ts';
import { ledgerWrite } from './check/ledger-write.ts';
import { objects } from './check/objects.ts';
import { push } from './check/push.ts';
import { rooms } from './check/rooms.ts';
import { signIn } from './check/sign-in.ts';
import { slackToken } from './check/slack-token.ts';
import { viewAll } from './check/view-all.ts';
import type { DoctorCheck } from './check.ts';

/** What the doctor asks beside what every platform can ask. */
export const doctorChecks: readonly DoctorCheck[] = [
  apiAccess,
  signIn,
  objects,
  fields,
  ledgerWrite,
  history,
  changeData,
  viewAll,
  push,
  slackToken,
  rooms,
];

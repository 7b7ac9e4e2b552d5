import { remedies } from '../../../shared/set-up/remedy.ts';
import type { DoctorCheck, Finding } from '../check.ts';
import { describe } from '../path.ts';

const WRITE_BACK =
  'Assign the permission set Dealwire Write-back to the integration user, with Chatter switched on (Setup > Chatter Settings); or leave the input for posts to Salesforce off.';

/** Whether the integration user may see each object, and make the records that are written back. */
export const objects: DoctorCheck = {
  name: 'objects',
  question: 'May the integration user see the objects?',
  asks: (needs) =>
    Object.fromEntries([...needs.objects, ...needs.written].map((object) => [object, describe(object)])),
  judge: (answers, { objects, written }) => [
    ...objects
      .filter((object) => answers[object]?.problem !== undefined)
      .map(
        (object): Finding => ({
          weight: 'problem',
          says: `The integration user may not see ${object}, or the org has no such object.`,
          fix: remedies.object,
        }),
      ),
    ...written
      .filter((object) => (answers[object]?.body as { createable?: boolean })?.createable !== true)
      .map(
        (object): Finding => ({
          weight: 'notice',
          says: `The integration user may not make a ${object}, so nothing is written back to Salesforce.`,
          fix: WRITE_BACK,
        }),
      ),
  ],
};

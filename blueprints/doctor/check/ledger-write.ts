import { ledgerObject } from '../../../shared/delivery/ledger-object.ts';
import { API_PATH } from '../../../shared/salesforce/api-version.ts';
import type { CustomField } from '../../../shared/salesforce/custom-object.ts';
import { salesforceProblemOf } from '../../../shared/salesforce/problem.ts';
import type { DoctorCheck } from '../check.ts';

const PATH = `${API_PATH}/sobjects/${ledgerObject.name}`;
/** No record has it, so that a call that asks for it fails. */
const NOBODY = '000000000000000AAA';

/**
 * Whether rows of the ledger can be written: a row with every field is inserted in a call that then fails on purpose, so that
 * Salesforce takes it back.
 */
export const ledgerWrite: DoctorCheck = {
  name: 'ledger-write',
  question: 'Does the org take a row of the ledger? (It is taken back at once.)',
  asks: ({ stamp }) => ({
    row: {
      to: 'salesforce',
      method: 'POST',
      path: `${API_PATH}/composite`,
      body: {
        allOrNone: true,
        compositeRequest: [
          { method: 'POST', url: PATH, referenceId: 'row', body: rowOf(`doctor-${stamp}`) },
          { method: 'GET', url: `${PATH}/${NOBODY}`, referenceId: 'nobody' },
        ],
      },
    },
  }),
  judge: ({ row }, { stamp }) => {
    if (row?.problem !== undefined)
      return [{ weight: 'problem', says: row.problem.message, fix: row.problem.fix }];
    const { compositeResponse = [] } = (row?.body ?? {}) as {
      readonly compositeResponse?: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
    };
    const [inserted] = compositeResponse;
    if (inserted === undefined || inserted.httpStatusCode < 400)
      return [
        {
          weight: 'notice',
          says: `Salesforce kept the row doctor-${stamp} although the call failed.`,
          fix: 'App Launcher > Dealwire Deliveries: delete it.',
        },
      ];
    const isTakenBack =
      (inserted.body as readonly { errorCode?: string }[])[0]?.errorCode === 'PROCESSING_HALTED';
    if (isTakenBack) return [];
    const problem = salesforceProblemOf(inserted.body, PATH);
    return [{ weight: 'problem', says: problem.message, fix: problem.fix }];
  },
};

/** A row with a value in every field that a caller may write and that names no other record. */
function rowOf(key: string): Readonly<Record<string, string | number>> {
  const { Key__c: _, ...others }: Readonly<Record<string, CustomField>> = ledgerObject.fields;
  const writable = Object.entries(others).filter(
    ([, { formula, refersTo }]) => formula === undefined && refersTo === undefined,
  );
  return {
    Key__c: key,
    ...Object.fromEntries(writable.map(([name, { type }]) => [name, type === 'number' ? 1 : 'doctor'])),
  };
}

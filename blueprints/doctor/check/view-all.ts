import type { DoctorCheck, Finding } from '../check.ts';
import { inList, query, rowsIn } from '../path.ts';

/** Whether the integration user may see every record, without which Salesforce sends it no change events. */
export const viewAll: DoctorCheck = {
  name: 'view-all',
  question: 'May the integration user see all records of the objects whose events it reads?',
  leftOut: ({ ways }) => (ways.includes('replay') ? undefined : 'only replay needs it: --ways replay'),
  asks: () => ({ who: { to: 'salesforce', path: '/services/oauth2/userinfo' } }),
  follows: [
    ({ who }) => {
      const { user_id } = (who?.body ?? {}) as { readonly user_id?: string };
      if (user_id === undefined) return {};
      return {
        sets: query(`SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${user_id}'`),
      };
    },
    ({ sets }, { captured }) => {
      const ids = rowsIn(sets?.body).map(({ PermissionSetId }) => String(PermissionSetId));
      if (ids.length === 0) return {};
      return {
        rights: query(
          `SELECT SobjectType FROM ObjectPermissions WHERE ParentId IN (${inList(ids)}) AND PermissionsViewAllRecords = true AND SobjectType IN (${inList(captured)})`,
        ),
      };
    },
  ],
  judge: ({ rights }, { captured }) => {
    if (rights === undefined || rights.problem !== undefined)
      return [
        {
          weight: 'notice',
          says: 'Salesforce does not tell this user what it may see.',
          fix: 'Look there: Setup > Permission Sets > Dealwire Replay > Manage Assignments; the integration user must be in it.',
        },
      ];
    const seen = rowsIn(rights.body).map(({ SobjectType }) => String(SobjectType));
    return captured
      .filter((object) => !seen.includes(object))
      .map(
        (object): Finding => ({
          weight: 'problem',
          says: `No permission set of the integration user holds View All Records on ${object}, so it gets no change events of it (unless it has View All Data).`,
          fix: 'Setup > Permission Sets > Dealwire Replay > Manage Assignments: add the integration user.',
        }),
      );
  },
};

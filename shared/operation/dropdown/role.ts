import { API_PATH } from '../../salesforce/api-version.ts';
import type { Item } from './choice.ts';

/** The key of a role in the rows that Salesforce answers. */
export const ROLE = 'role';

/** A Composite request that asks for the roles in use of each team. */
export function rolesRequest(teams: readonly string[]) {
  return {
    path: `${API_PATH}/composite`,
    body: {
      allOrNone: false,
      compositeRequest: teams.map((team, at) => ({
        method: 'GET',
        url: `${API_PATH}/query?q=${encodeURIComponent(rolesQuery(team))}`,
        referenceId: `roles${at + 1}`,
      })),
    },
  } as const;
}

function rolesQuery(team: string): string {
  return `SELECT TeamMemberRole ${ROLE} FROM ${team} WHERE TeamMemberRole != null GROUP BY TeamMemberRole ORDER BY TeamMemberRole`;
}

/** What Salesforce answers to such a request. */
export interface RolesAnswer {
  readonly compositeResponse: readonly {
    readonly httpStatusCode: number;
    readonly body: { readonly records: readonly Item[] };
  }[];
}

/** The roles in an answer, each once, in their order. */
export function rolesIn({ compositeResponse }: RolesAnswer): readonly string[] {
  const rows = compositeResponse.flatMap(({ httpStatusCode, body }) =>
    httpStatusCode < 400 ? body.records : [],
  );
  return [...new Set(rows.map((row) => String(row[ROLE])))].toSorted();
}

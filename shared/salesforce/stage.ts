import { API_PATH } from './api-version.ts';
import type { Salesforce } from './client.ts';

/** A stage of opportunities; `name` is what `StageName` holds, `label` what people see. */
export interface Stage {
  readonly name: string;
  readonly label: string;
  readonly isActive: boolean;
}

/** Asks for the org's stages in their order. */
export const STAGES_QUERY = 'SELECT ApiName, MasterLabel, IsActive FROM OpportunityStage ORDER BY SortOrder';

/** Reads the org's stages in their order, the ones out of use included; one API call. */
export async function readStages(salesforce: Salesforce): Promise<readonly Stage[]> {
  const { records } = (await salesforce({
    method: 'GET',
    path: `${API_PATH}/query?q=${encodeURIComponent(STAGES_QUERY)}`,
  })) as {
    readonly records: readonly { ApiName: string; MasterLabel: string; IsActive: boolean }[];
  };
  return records.map(({ ApiName, MasterLabel, IsActive }) => ({
    name: ApiName,
    label: MasterLabel,
    isActive: IsActive,
  }));
}

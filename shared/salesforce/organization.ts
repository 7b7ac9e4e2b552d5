import { RecordNotFoundError } from '../error.ts';
import { API_PATH } from './api-version.ts';
import type { Salesforce } from './client.ts';

/** The org a connection belongs to. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly isSandbox: boolean;
}

/**
 * Reads the org with one query. It is the connection test because an expired session answers 401 here, which the
 * platform's refresh understands; the identity URL answers 403.
 */
export async function readOrganization(salesforce: Salesforce): Promise<Organization> {
  const soql = 'SELECT Id, Name, IsSandbox FROM Organization';
  const answer = (await salesforce({
    method: 'GET',
    path: `${API_PATH}/query?q=${encodeURIComponent(soql)}`,
  })) as { records?: { Id: string; Name: string; IsSandbox: boolean }[] };
  const record = answer.records?.[0];
  if (record === undefined) throw new RecordNotFoundError('Organization', 'of this connection');
  return { id: record.Id, name: record.Name, isSandbox: record.IsSandbox };
}

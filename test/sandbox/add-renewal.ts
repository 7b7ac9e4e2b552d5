import { KIM } from './salesforce/sample-org/user.ts';
import type { World } from './world.ts';

/** How a renewal differs from the usual one. */
export interface RenewalOptions {
  /** Days until it closes; 60 unless told. */
  readonly closesIn?: number;
  /** Days since its last activity, negative for a meeting ahead; 45 unless told. */
  readonly silentFor?: number | 'ever';
  readonly [field: string]: unknown;
}

/** Adds an open renewal to the org and answers its id; days are counted in UTC. */
export function addRenewal(
  { salesforce, clock }: World,
  Name: string,
  { closesIn = 60, silentFor = 45, ...values }: RenewalOptions = {},
): string {
  const day = (ahead: number) => new Date(clock.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const id = salesforce.insert('Opportunity', {
    Name,
    StageName: 'Prospecting',
    Type: 'Renewal',
    Amount: 10_000,
    CloseDate: day(closesIn),
    OwnerId: KIM,
    ...values,
  });
  if (silentFor !== 'ever')
    salesforce.insert(silentFor < 0 ? 'Event' : 'Task', {
      Subject: 'Call',
      WhatId: id,
      OwnerId: KIM,
      ActivityDate: day(-silentFor),
      ...(silentFor < 0 ? {} : { Status: 'Completed' }),
    });
  return id;
}

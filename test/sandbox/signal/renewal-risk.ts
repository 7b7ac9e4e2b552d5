import { addRenewal } from '../add-renewal.ts';
import { ACME, BACKSLASH, GLOBEX, INITECH, ONEIL } from '../salesforce/sample-org/account.ts';
import { ANA, KIM } from '../salesforce/sample-org/user.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';

const PLAN = { Name: 'Acme support plan', Amount: 24_000, OwnerId: KIM };

/** On Monday a CSM hears of several renewals at risk, on Tuesday only of what is new: one that has no CSM. */
export const renewalRisk: Demo = {
  signal: 'renewal-risk',
  chosen: {
    renewals_at_risk: { csm_field: 'Account.CSM__c' },
    send_renewal_risk: { channel: CHANNELS.general },
  },
  record: {
    object: 'Opportunity',
    fields: ['Name', 'Amount', 'OwnerId'],
    sets: PLAN,
  },
  phases: [
    {
      says: 'On Monday morning, several renewals have been silent for too long.',
      change: (world, changed) => {
        const { Name, ...values } = { ...PLAN, ...changed };
        world.clock.set('2026-11-23T09:05:00Z');
        world.salesforce.update('Account', BACKSLASH, { CSM__c: ANA });
        addRenewal(world, String(Name), { AccountId: ACME, ...values, closesIn: 20 });
        addRenewal(world, "O'Neil & Söhne <platform>", { AccountId: ONEIL, Amount: 120_000.5, closesIn: 75 });
        addRenewal(world, 'Initech seats', { AccountId: INITECH, Amount: null, silentFor: 90 });
        return undefined;
      },
    },
    {
      says: 'By Tuesday another one has fallen silent.',
      change: (world) => {
        world.clock.set('2026-11-24T09:05:00Z');
        addRenewal(world, 'Globex plant', { AccountId: GLOBEX, Amount: 80_000 });
        return undefined;
      },
    },
  ],
};

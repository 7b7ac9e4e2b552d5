import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { SAM } from '../sandbox/salesforce/sample-org/user.ts';
import { caseAlert } from './case-alert.ts';
import { runScene } from './run-scene.ts';
import type { Scene } from './scene.ts';

/** The case of an alert that is there is given to somebody else: the alert changes, and its thread says so. */
export const caseChange: Scene = {
  name: 'change of an alerted case',
  action: 'send_case_alert',
  happens: async (world) => {
    caseAlert.happens(world);
    await runScene('zapier', world, caseAlert);
    world.clock.advance(60_000);
    world.salesforce.update('Case', LOGIN_LOOP, { OwnerId: SAM });
  },
  inputs: { ...caseAlert.inputs, event_key: `case-escalation-${LOGIN_LOOP}-change-20261120220200` },
};

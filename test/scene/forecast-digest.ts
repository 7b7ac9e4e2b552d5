import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { runScene } from './run-scene.ts';
import type { Scene } from './scene.ts';

/** A person had the digest of last Monday, a deal was won since, and it is Monday again. */
export const forecastDigest: Scene = {
  name: 'forecast digest',
  action: 'send_forecast_digest',
  happens: async (world) => {
    world.clock.set('2026-11-23T14:00:00Z');
    await runScene('zapier', world, forecastDigest);
    world.salesforce.update('Opportunity', sampleId('006', 204), { StageName: 'Closed Won' });
    world.clock.set('2026-11-30T14:00:00Z');
  },
  inputs: { person: PEOPLE.vera.email, time_zone: 'America/New_York' },
};

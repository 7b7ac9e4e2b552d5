import { expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { crowd } from '../sandbox/slack/population.ts';
import { SAMPLE_WORKSPACE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld } from '../sandbox/world.ts';
import { forecastDigest } from '../scene/forecast-digest.ts';
import { recordAnswer } from '../scene/record-answer.ts';
import { runScene } from '../scene/run-scene.ts';
import type { Scene } from '../scene/scene.ts';
import { scenes } from '../scene/scenes.ts';

const PEOPLE = 350_000;
const CHANNELS = 100_000;
const OPPORTUNITIES = 1_000_000;
/** Some add all deals of a quarter up, or search by name: the work of Salesforce, which the stand-in does row by row. */
const ROW_BY_ROW: readonly Scene[] = [forecastDigest, recordAnswer];
const FOR_ROW_BY_ROW = 1000;

/** Methods that go through a workspace, page by page. */
const LISTING = ['users.list', 'conversations.list', 'users.conversations', 'conversations.members'];

const population = crowd(SAMPLE_WORKSPACE.team.id, { users: PEOPLE, channels: CHANNELS });

it.each(
  platforms.flatMap((platform) => scenes.map((scene) => [scene.name, platform, scene] as const)),
)(`The %s on %s lists no people and no channels of ${PEOPLE} and ${CHANNELS}, and looks at less than 1 %% of ${OPPORTUNITIES} opportunities`, async (_, platform, scene) => {
  const world = await startWorld({
    population: ROW_BY_ROW.includes(scene) ? FOR_ROW_BY_ROW : OPPORTUNITIES,
    slackSeed: { ...SAMPLE_WORKSPACE, population },
  });
  try {
    await scene.happens(world);
    world.slack.forget();
    const before = world.salesforce.rowsExamined;
    await runScene(platform, world, scene);
    const methods = world.slack.calls.map(({ path }) => path.replace('/api/', ''));
    expect(methods.length).toBeGreaterThan(0);
    expect(methods.filter((method) => LISTING.includes(method))).toEqual([]);
    expect(world.salesforce.rowsExamined - before).toBeLessThan(OPPORTUNITIES / 100);
  } finally {
    await world.close();
  }
});

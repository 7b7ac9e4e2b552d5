import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { blueprints } from '../../blueprints/blueprints.ts';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { variantsOf } from '../../blueprints/variant.ts';
import zapierPackage from '../../zapier-app/package.json' with { type: 'json' };
import type { Demo } from '../sandbox/signal/demo.ts';
import { demos } from '../sandbox/signal/demos.ts';
import { type LiveFlow, platforms, switchOn } from '../sandbox/signal/switch-on.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld } from '../sandbox/world.ts';

/** What an account calls the apps, and copies of every file with these names filled in. */
const names = { zapierApp: `App123CLIAPI@${zapierPackage.version}`, makeApp: 'dealwire-ab12cd' };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprints-'));
  for (const [path, text] of blueprintFiles(names)) {
    const file = join(folder, 'blueprints', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
});

/** Every variant of every signal on every platform that it runs on. */
const cases = platforms.flatMap((platform) =>
  blueprints.flatMap((blueprint) =>
    variantsOf(blueprint)
      .filter(({ only = platform }) => only === platform)
      .map(({ name, flows }) => ({
        platform,
        signal: blueprint.name,
        variant: name,
        flows,
        way: name ?? 'plain',
      })),
  ),
);

it('There is a demo of every blueprint', () => {
  expect(demos.map(({ signal }) => signal).sort()).toEqual(blueprints.map(({ name }) => name).sort());
});

it.each(cases)('$signal runs from its files for $platform, the $way way', async ({
  platform,
  signal,
  variant,
  flows,
}) => {
  const demo = demos.find((each) => each.signal === signal);
  if (demo === undefined) throw new Error(`There is no demo of ${signal}.`);
  const world = await startWorld();
  try {
    const live = new Map<string | undefined, LiveFlow>();
    for (const { name } of flows)
      live.set(
        name,
        await switchOn(world, withChoices(demo), platform, { flow: name, variant, folder, names }),
      );
    const told: string[] = [];
    for (const { flow, change } of demo.phases) {
      if (change(world) !== undefined) continue;
      const name = flows.find((each) => (each.name ?? '').startsWith(flow ?? variant ?? ''))?.name;
      told.push((await live.get(name)?.())?.outcome ?? 'not switched on');
    }
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((outcome) => outcome !== 'delivered' && outcome !== 'updated')).toEqual([]);
    for (const { name } of flows)
      if (name?.endsWith('reconcile'))
        expect((await live.get(name)?.())?.outcome).toMatch(/^(already_delivered|unnoticed)$/);
    if (variant === 'announce' || variant === 'slack-step')
      expect(world.slack.messages(CHANNELS.wins).length).toBeGreaterThan(signal === 'new-lead' ? 1 : 0);
  } finally {
    await world.close();
  }
});

/** A demo whose importer also chooses what variants ask for. */
function withChoices(demo: Demo): Demo {
  const { open_deal_room = {}, channel_message = {} } = demo.chosen;
  return {
    ...demo,
    chosen: {
      ...demo.chosen,
      open_deal_room: { announce_channel: CHANNELS.wins, ...open_deal_room },
      channel_message: { channel: CHANNELS.wins, ...channel_message },
    },
  };
}

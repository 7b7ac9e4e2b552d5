import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { blueprints } from '../../blueprints/blueprints.ts';
import { costOf } from '../../blueprints/cost.ts';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { variantsOf } from '../../blueprints/variant.ts';
import zapierPackage from '../../zapier-app/package.json' with { type: 'json' };
import { demos } from '../sandbox/signal/demos.ts';
import { demoOf, runVariant } from '../sandbox/signal/run-variant.ts';
import { platforms } from '../sandbox/signal/switch-on.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';

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

/** Every way to run every signal on every platform that has it. */
const ways = platforms.flatMap((platform) =>
  blueprints.flatMap((blueprint) =>
    variantsOf(blueprint)
      .filter(({ only = platform }) => only === platform)
      .map((variant) => ({ platform, blueprint, variant, way: variant.name ?? 'plain' })),
  ),
);

/** Ways whose committed files neither `npm start` nor the tests of reconciling run. */
const others = ways.filter(({ variant }) => variant.name !== undefined && variant.name !== 'push');

it('There is a demo of every blueprint, and a blueprint of every demo', () => {
  expect(demos.map(({ signal }) => signal).sort()).toEqual(blueprints.map(({ name }) => name).sort());
});

it.each(
  ways,
)('The importable files of $blueprint.name for $platform, the $way way, deliver at the cost that is told', async ({
  platform,
  blueprint,
  variant,
}) => {
  const { runs, slack } = await runVariant(demoOf(demos, blueprint), variant, platform, { folder, names });
  expect(runs.length).toBeGreaterThan(0);
  for (const { flow, outcome, cost } of runs) {
    expect(outcome).toMatch(flow.reconciles ? /^unnoticed$/ : /^(delivered|updated)$/);
    expect(cost).toEqual(costOf(blueprint.name, flow.name, platform));
  }
  if (variant.name === 'announce')
    expect(slack.messages.map(({ channel }) => channel)).toContain(CHANNELS.wins);
});

it.each(others)('The committed files of $blueprint.name for $platform, the $way way, deliver', async ({
  platform,
  blueprint,
  variant,
}) => {
  const { runs } = await runVariant(demoOf(demos, blueprint), variant, platform);
  for (const { outcome } of runs) expect(outcome).toMatch(/^(delivered|updated)$/);
});

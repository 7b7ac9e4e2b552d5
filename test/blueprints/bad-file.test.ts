import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { MakeAppError } from '../sandbox/make/error.ts';
import { readBlueprint } from '../sandbox/make/load-blueprint.ts';
import { ScenarioError } from '../sandbox/make/open-scenario.ts';
import { dealRoom } from '../sandbox/signal/deal-room.ts';
import { type Platform, switchOn } from '../sandbox/signal/switch-on.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { stepTree } from '../sandbox/zapier/step-tree.ts';
import { readZapExport } from '../sandbox/zapier/zap-export.ts';
import { ZapProblem } from '../sandbox/zapier/zap-problem.ts';

const names = { zapierApp: 'App123CLIAPI@0.1.0', makeApp: 'dealwire-ab12cd' };
let folder: string;
let world: World;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-file-'));
  await mkdir(join(folder, 'blueprints'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeAll(async () => {
  await cp('blueprints/deal-room', join(folder, 'blueprints', 'deal-room'), { recursive: true });
  world = await startWorld();
});
afterAll(() => world.close());

/** Switches the deal room on from a file with a changed text, in an account that calls the apps by its own names. */
async function switchOnChanged(platform: Platform, change: (text: string) => string): Promise<unknown> {
  const file = platform === 'zapier' ? 'zap.json' : 'scenario.json';
  const path = join(folder, 'blueprints', 'deal-room', file);
  const filled = blueprintFiles(names).get(`deal-room/${file}`) ?? '';
  await writeFile(path, change(filled));
  return switchOn(world, dealRoom, platform, { folder, names });
}

const committed = async (file: string) => readFile(`blueprints/deal-room/${file}`, 'utf8');
const [zap, scenario] = [await committed('zap.json'), await committed('scenario.json')];

describe('A Zap file that cannot run', () => {
  it.each([
    [
      'still has the placeholder',
      () => zap,
      /placeholder App0CLIAPI for the app, which the account calls App123CLIAPI; set its selected_api/,
    ],
    [
      'is for another version',
      (text: string) => text.replaceAll('@0.1.0', '@9.9.9'),
      /asks for version 9\.9\.9 of App123CLIAPI, but the account has 0\.1\.0; set/,
    ],
    [
      'is for another app',
      (text: string) => text.replaceAll('App123CLIAPI', 'App7CLIAPI'),
      /belongs to App7CLIAPI, another private app than App123CLIAPI/,
    ],
    [
      'names an unknown action',
      (text: string) => text.replaceAll('open_deal_room', 'open_door'),
      /has no create "open_door"; choose one of/,
    ],
    [
      'maps a placeholder that is no step',
      (text: string) => text.replace('{{1__record_id}}', '{{CHANNEL}}'),
      /CHANNEL/,
    ],
    [
      'is cut off',
      (text: string) => text.slice(0, 400),
      /zap\.json, line \d+, column \d+: .+; correct it there, or export the Zap again\.$/,
    ],
    [
      'lost a comma',
      (text: string) => text.replace('"zaps"', '"zaps" "x"'),
      /line \d+, column \d+: a colon is missing/,
    ],
    ['is no export', () => '{"name": "x"}', /zap\.json must have required property 'metadata'; correct it/],
  ])('because it %s says so', async (_, change, message) => {
    await expect(switchOnChanged('zapier', change)).rejects.toThrow(message);
  });
});

describe('A scenario file that cannot run', () => {
  it.each([
    [
      'still has the placeholder',
      () => scenario,
      /the app "dealwire-placeholder" is not installed\. Write the real name in its place: dealwire-ab12cd\./,
    ],
    [
      'is for another version',
      (text: string) => text.replaceAll(/("module": "app#[^"]+",\s+"version": )1/g, '$19'),
      /version 9 is asked for, 1 is installed\. Set it to 1\./,
    ],
    [
      'names an unknown module',
      (text: string) => text.replaceAll('openDealRoom', 'openDoor'),
      /the app has no such module\. Choose one of /,
    ],
    [
      'maps a placeholder that is no module',
      (text: string) => text.replace('{{1.record_id}}",\n        "event', '{{CHANNEL}}",\n        "event'),
      /reads "CHANNEL", which is no module\. Fill in the placeholder/,
    ],
    [
      'is cut off',
      (text: string) => text.slice(0, 400),
      /scenario\.json:\d+:\d+: .+\. Correct the JSON there\./,
    ],
    [
      'has no modules',
      () => '{"name": "x", "flow": [], "metadata": {}}',
      /flow must NOT have fewer than 1 items|required property/,
    ],
    ['is a list', () => '[]', /must be object/],
  ])('because it %s says so', async (_, change, message) => {
    await expect(switchOnChanged('make', change)).rejects.toThrow(message);
  });
});

/** Half-edited texts: something is cut out, put in twice, or swapped for something else. */
const damagedText = (text: string) =>
  fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.constantFrom('', '"', ',', '{', '}', '[]', 'null', '7', '{{1.', '"x": '),
    )
    .map(([place, cut, put]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + put + text.slice(at + cut);
    });

/** Half-edited values: one value of the file is another one, or gone. */
const damagedValue = (text: string) =>
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom<unknown>(undefined, null, '', 'x', 7, true, [], {}, '{{9.x}}', '{{9__x}}'),
    )
    .map(([number, put]) => {
      let place = number % countOf(JSON.parse(text));
      const swap = (value: unknown): unknown => {
        if (place-- === 0) return put;
        if (typeof value !== 'object' || value === null) return value;
        if (Array.isArray(value)) return value.map(swap);
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, swap(member)]));
      };
      return JSON.stringify(swap(JSON.parse(text)) ?? null);
    });

/** How many values a value holds, itself included. */
function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, each) => sum + countOf(each), 1);
}

const RUNS = 60;
const ends = { read: 0, refused: 0 };
afterAll(() => {
  process.stdout.write(`half-edited blueprint files: ${JSON.stringify(ends)}\n`);
});

it.each(
  [...blueprintFiles()]
    .filter(([path]) => /case-escalation|deal-room/.test(path))
    .flatMap(([path, text]) => [
      [path, 'text', damagedText(text)] as const,
      [path, 'value', damagedValue(text)] as const,
    ]),
)('However %s is damaged in a %s, reading it works or says what to correct', async (path, _, damage) => {
  const copy = join(folder, 'damaged.json');
  await fc.assert(
    fc.asyncProperty(damage, async (damaged) => {
      try {
        await read(damaged);
        ends.read += 1;
      } catch (error) {
        ends.refused += 1;
        if (![ZapProblem, ScenarioError, MakeAppError].some((kind) => error instanceof kind)) throw error;
        expect((error as Error).message).not.toMatch(/undefined|\[object|Cannot read/);
      }
    }),
    { numRuns: RUNS },
  );
  async function read(damaged: string): Promise<void> {
    if (path.includes('zap')) readZapExport(damaged, path).zaps.map(stepTree);
    else {
      await writeFile(copy, damaged);
      readBlueprint(copy);
    }
  }
});

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blueprints } from '../../blueprints/blueprints.ts';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { checkBlueprint } from '../sandbox/make/check-blueprint.ts';
import type { Blueprint } from '../sandbox/make/scenario/blueprint.ts';
import { readZapExport, type Zap } from '../sandbox/zapier/zap-export.ts';

const folder = join(import.meta.dirname, '..', '..', 'blueprints');
const files = [...blueprintFiles()];
const isZap = ([path]: readonly [string, string]) => basename(path).startsWith('zap');
const zaps = files.filter(isZap).map(([path, text]) => ({ path, zaps: readZapExport(text, path).zaps }));
const scenarios = files
  .filter((file) => !isZap(file))
  .map(([path, text]) => ({ path, scenario: JSON.parse(text) as Blueprint }));

it.each(files)('The committed %s is what its description says', async (path, text) => {
  expect(await readFile(join(folder, path), 'utf8')).toBe(text);
});

it.each(
  blueprints.map(({ name }) => name),
)('Nothing in %s is left over from another description', async (name) => {
  const there = (await readdir(join(folder, name))).filter((file) => /^(zap|scenario).*\.json$/.test(file));
  const known = new Set(files.map(([path]) => path));
  expect(there.filter((file) => !known.has(join(name, file)))).toEqual([]);
});

it('The names of an account replace every placeholder', () => {
  for (const file of blueprintFiles({ zapierApp: 'App123CLIAPI@0.1.0', makeApp: 'dealwire-ab12cd' })) {
    const [path, text] = file;
    expect(text).not.toMatch(/App0CLIAPI|dealwire-placeholder/);
    if (!isZap(file)) continue;
    const nodes = readZapExport(text, path).zaps.flatMap((zap) => Object.values(zap.nodes));
    const apis = new Set(nodes.map(({ selected_api }) => selected_api));
    expect([...apis].filter((api) => !/^(Filter|Schedule|Slack)/.test(api))).toEqual(['App123CLIAPI@0.1.0']);
  }
});

describe.each(zaps)('The Zaps of $path', ({ zaps }) => {
  const stepsOf = (zap: Zap) => Object.values(zap.nodes);

  it('have different titles, and a title on every step', () => {
    expect(new Set(zaps.map(({ title }) => title)).size).toBe(zaps.length);
    for (const step of zaps.flatMap(stepsOf)) expect(step.meta.stepTitle?.length).toBeGreaterThan(5);
  });

  it('filter by what the trigger returned, and stop before a Slack step what was delivered already', () => {
    for (const zap of zaps) {
      const [, , ...behindFilter] = stepsOf(zap);
      for (const { params } of stepsOf(zap)
        .slice(1, 2)
        .filter(({ type_of }) => type_of === 'filter'))
        for (const { key } of params.filter_criteria as readonly { readonly key: string }[])
          expect(key).toMatch(new RegExp(`^${zap.id}__(record_id|event_key|csm_id|text)$`));
      const slack = behindFilter.findIndex(({ selected_api }) => selected_api.startsWith('Slack'));
      if (slack < 0) continue;
      expect(JSON.stringify(behindFilter[slack - 1]?.params)).toContain('__outcome","value":"delivered"');
    }
  });
});

describe.each(scenarios)('The scenario $path', ({ path, scenario }) => {
  it('has the form that Make takes', () => {
    expect(checkBlueprint(scenario, path)).toEqual([]);
  });

  it('says when to run it and what to choose', () => {
    expect(scenario).toMatchObject({ description: expect.stringMatching(/Runs .+\. Choose .+\.$/) });
  });

  it('names and places every module, stores incomplete executions, and starts as its trigger does', () => {
    const { flow, metadata } = scenario;
    for (const { metadata } of flow) expect(metadata?.designer?.name?.length).toBeGreaterThan(5);
    const places = flow.map(({ metadata }) => `${metadata?.designer?.x}/${metadata?.designer?.y}`);
    expect(new Set(places).size).toBe(flow.length);
    expect(metadata.scenario.dlq).toBe(true);
    expect(metadata.instant).toBe(/(Instantly|Received)$/.test(flow[0]?.module ?? ''));
  });

  it('stops before a Slack module what was delivered already', () => {
    for (const { module, filter, onerror } of scenario.flow.filter(({ module }) => /^slack:/.test(module))) {
      expect(module).toBe('slack:CreateMessage');
      expect(JSON.stringify(filter?.conditions)).toContain('.outcome}}","o":"text:equal:ci","b":"delivered"');
      expect(onerror?.at(-1)?.module).toBe('builtin:Break');
    }
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Blueprint, Flow, OperationStep } from '../../blueprints/blueprint.ts';
import { blueprints } from '../../blueprints/blueprints.ts';
import { monthOf } from '../../blueprints/document/month.ts';
import { overviewOf } from '../../blueprints/document/overview.ts';
import { outputsOf, recipeOf } from '../../blueprints/document/recipe.ts';
import { zapFilesOf } from '../../blueprints/files.ts';
import { blueprintFiles, pages, readmeBlocks } from '../../blueprints/generate.ts';
import { variantsOf } from '../../blueprints/variant.ts';
import { readZapExport, type Zap } from '../sandbox/zapier/zap-export.ts';

const folder = join(import.meta.dirname, '..', '..', 'blueprints');
const read = (path: string) => readFile(join(folder, path), 'utf8');

it.each([...pages()])('The committed page %s is what its generator writes', async (path, text) => {
  expect(await read(path)).toBe(text);
});

it.each([...readmeBlocks()])('The generated part of %s is what its generator writes', async (path, [
  name,
  block,
]) => {
  expect(await read(path)).toContain(`<!-- ${name} -->\n\n${block}\n\n<!-- /${name} -->`);
});

it('The overview lists every signal and every input with its default', () => {
  const lines = overviewOf(blueprints).split('\n');
  for (const { name, flows } of blueprints) {
    expect(lines.some((line) => line.startsWith(`| [${name}](${name}/README.md) |`))).toBe(true);
    for (const { operation } of flows.flatMap(({ actions }) => actions))
      for (const { label } of operation.inputs)
        expect(lines.some((line) => line.startsWith(`| ${operation.label} | ${label} |`))).toBe(true);
  }
});

it('Every generated README tells what to choose, what it costs on both platforms, and that the import is undocumented', () => {
  for (const { name } of blueprints) {
    const [, block] = readmeBlocks().get(join(name, 'README.md')) ?? [];
    expect(block).toContain('```mermaid');
    expect(block).toContain('Zapier documents no import');
    expect(block).toMatch(/\| \d task/);
    expect(block).toMatch(/\| \d operation/);
  }
});

describe('A month', () => {
  const [deal] = blueprints.flatMap(({ flows }) => flows);
  const quiet = { quiet_from: '11:00', quiet_to: '09:00', quiet_days: ['6', '7'] };
  const withInputs = (inputs: OperationStep['inputs']) =>
    ({ ...deal, trigger: { ...(deal?.trigger as OperationStep), inputs } }) as Flow;

  it.each([
    ['zapier', {}, { looks: 21_600, asking: 21_600 }],
    ['make', {}, { looks: 2880, asking: 2880 }],
    ['make', quiet, { looks: 2880, asking: 171 }],
    ['make', { quiet_from: '20:00', quiet_to: '08:00' }, { looks: 2880, asking: 1440 }],
  ] as const)('on %s with the inputs %j has as many looks as the interval and the quiet hours leave', (platform, inputs, month) => {
    expect(monthOf(withInputs(inputs), platform)).toEqual(month);
  });
});

describe.each(blueprints)('The recipe of $name', (blueprint) => {
  it('builds the Zaps of its files, step by step and field by field', () => {
    const texts = blueprintFiles();
    const recipe = recipeOf(blueprint);
    for (const { path, variant } of zapFilesOf(blueprint)) {
      const file = recipe.split(`\n## ${path.split('/').at(-1)}\n`)[1]?.split('\n## ')[0] ?? '';
      const { zaps } = readZapExport(texts.get(path) ?? '', path);
      expect(zaps).toHaveLength(variant.flows.length);
      for (const [index, zap] of zaps.entries()) {
        const section = file.split(`\n### ${zap.title}\n`)[1]?.split('\n### ')[0] ?? '';
        expect(builtFrom(section, blueprint, index, variant.name)).toEqual(stepsOf(zap));
      }
    }
  });
});

/** A step as recipe and file have it in common: what it is, and its filled fields by label or key. */
interface Step {
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function stepsOf(zap: Zap): readonly Step[] {
  const nodes = Object.values(zap.nodes);
  return nodes.map(({ selected_api, action, params, type_of }) => {
    if (selected_api === 'FilterAPI') {
      const criteria = params.filter_criteria as readonly { key: string; match: string; value: string }[];
      return {
        kind: 'filter',
        fields: Object.fromEntries(
          criteria.map(({ key, match, value }) => {
            const [step, ...name] = key.split('__');
            return [`${Number(step) - zap.id + 1}__${name.join('__')} ${match}`, value];
          }),
        ),
      };
    }
    if (selected_api.startsWith('Slack') && type_of === 'read') return { kind: 'message', fields: {} };
    if (selected_api.startsWith('Slack'))
      return { kind: 'slack', fields: { text: mapped(zap, params.text) } };
    if (selected_api.startsWith('Schedule')) return { kind: 'schedule', fields: { time: params.hod } };
    return {
      kind: action,
      fields: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, mapped(zap, value)])),
    };
  });
}

/** A value with mappings counted from 1 in every Zap; a mapped list is what it maps. */
function mapped(zap: Zap, value: unknown): unknown {
  const plain = JSON.parse(JSON.stringify(value).replaceAll(`{{${zap.id}__`, '{{1__'));
  return Array.isArray(plain) && plain.length === 1 && String(plain[0]).startsWith('{{') ? plain[0] : plain;
}

/** The same from the text of a recipe: what a person who follows it would fill in. */
function builtFrom(
  section: string,
  blueprint: Blueprint,
  index: number,
  variantName: string | undefined,
): readonly Step[] {
  const flow = variantsOf(blueprint).find(({ name }) => name === variantName)?.flows[index];
  if (flow === undefined) throw new Error('The recipe tells of a flow that is not there.');
  const operations = 'operation' in flow.trigger ? [flow.trigger, ...flow.actions] : flow.actions;
  const outputs = outputsOf(flow.trigger);
  const toMapping = (text: string) =>
    text.replace(/\*([^*]+)\* of step 1/g, (_, label: string) => `{{1__${keyOf(outputs, label)}}}`);
  return section
    .split(/\n(?=\d+\. )/)
    .filter((text) => /^\d+\. /.test(text))
    .map((text) => {
      const rows = [...text.matchAll(/^ +\| (.+) \|$/gm)].slice(2).map(([, row = '']) => row.split(' | '));
      if (text.includes('**Filter:**'))
        return { kind: 'filter', fields: Object.fromEntries(rows.map(toCriterion)) };
      if (text.includes('**Trigger:** app *Slack*')) return { kind: 'message', fields: {} };
      if (text.includes('app *Slack*'))
        return {
          kind: 'slack',
          fields: { text: toMapping(rows.find(([label]) => label === 'Message Text')?.[1] ?? '') },
        };
      if (text.includes('app *Schedule'))
        return {
          kind: 'schedule',
          fields: { time: rows.find(([label]) => label === 'Time of day')?.[1]?.replaceAll('`', '') },
        };
      const event = /event \*([^*]+)\*/.exec(text)?.[1];
      const step = operations.find(({ operation }) => operation.label === event);
      if (step === undefined) throw new Error(`The recipe names the unknown event ${event}.`);
      const filled = rows.filter(([, value]) => value !== 'choose it');
      return {
        kind: step.operation.key,
        fields: Object.fromEntries(
          filled.map(([label = '', value = '']) => [
            keyOf(step.operation.inputs, label),
            toValue(step, label, value),
          ]),
        ),
      };
    });

  function toCriterion([field = '', match = '', value = '']: readonly string[]): readonly [string, string] {
    const [, label = '', step] = /\*([^*]+)\* of step (\d+)/.exec(field) ?? [];
    const source = step === '1' ? outputs : (flow?.actions.at(-1)?.operation.outputs ?? []);
    const code = { exists: 'iexist', 'exactly matches (text)': 'iexact', 'contains (text)': 'icontains' }[
      match.trim()
    ];
    return [`${step}__${keyOf(source, label)} ${code}`, value.replaceAll('`', '').trim()];
  }

  function toValue({ operation }: OperationStep, label: string, value: string): unknown {
    const input = operation.inputs.find((each) => each.label === label);
    const keyOfChoice = (text: string) =>
      Object.entries(input?.choices ?? {}).find(([, shown]) => shown === text)?.[0] ?? text;
    if (value.startsWith('*')) return toMapping(value);
    const items =
      value === 'leave it empty'
        ? []
        : value.split(', ').map((item) => keyOfChoice(item.replaceAll('`', '')));
    return input?.type === 'list' ? items : items[0];
  }
}

function keyOf(named: readonly { readonly key: string; readonly label: string }[], label: string): string {
  const found = named.find((each) => each.label === label);
  if (found === undefined) throw new Error(`Nothing is called ${label}.`);
  return found.key;
}

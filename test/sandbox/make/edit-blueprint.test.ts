import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOn, makeWorldOf, secretsOf } from '../make-account.ts';
import { DEMO_DEAL } from '../salesforce/sample-org/opportunity.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import { startWorld, type World } from '../world.ts';
import { checkBlueprint } from './check-blueprint.ts';
import {
  addRouter,
  duplicateScenario,
  insertModule,
  moveModule,
  removeFilter,
  removeModule,
  renameModule,
  renameScenario,
  setMapper,
  setParameter,
  slackMessage,
} from './edit-blueprint.ts';
import { generatedApp } from './generated-app.ts';
import { loadBlueprint } from './load-blueprint.ts';
import { openScenario } from './open-scenario.ts';
import { allModules, type Blueprint } from './scenario/blueprint.ts';
import { ScenarioError } from './scenario/error.ts';

const ROOT = `${import.meta.dirname}/../../..`;
const fixture = loadBlueprint(`${import.meta.dirname}/fixture/scenario.json`) as Blueprint;
const shipped = loadBlueprint(`${ROOT}/blueprints/deal-room/scenario.json`) as Blueprint;
const note = (value: string, title?: string) => ({
  module: 'util:SetVariable2',
  version: 1,
  mapper: { name: 'a', scope: 'roundtrip', value },
  ...(title === undefined ? {} : { title }),
});

/** The ids of the flow, routes in brackets; the blueprint still has nothing wrong with it. */
function shapeOf(blueprint: Blueprint, flow = blueprint.flow): string {
  if (flow === blueprint.flow) expect(checkBlueprint(blueprint)).toEqual([]);
  return flow
    .map(
      ({ id, routes = [] }) =>
        `${id}${routes.map((route) => `[${shapeOf(blueprint, route.flow)}]`).join('')}`,
    )
    .join(' ');
}
const moduleOf = (blueprint: Blueprint, id: number) =>
  allModules(blueprint.flow).find((module) => module.id === id);
const placeOf = (blueprint: Blueprint, id: number) => moduleOf(blueprint, id)?.metadata?.designer;

describe('an edit of a scenario', () => {
  it('sets and removes parameters and mapped fields, and leaves the original as it was', () => {
    const edited = setMapper(setParameter(fixture, 1, 'limit', 2), 2, 'topic', undefined);
    expect(moduleOf(edited, 1)?.parameters).toEqual({ limit: 2 });
    expect(moduleOf(edited, 2)?.mapper).toEqual({ recordId: '{{1.id}}' });
    expect(moduleOf(setMapper(edited, 2, 'topic', 'x'), 2)?.mapper).toEqual({
      recordId: '{{1.id}}',
      topic: 'x',
    });
    expect(moduleOf(fixture, 1)?.parameters).toEqual({ limit: 10 });
  });

  it('removes a filter', () => {
    const edited = removeFilter(fixture, 2);
    expect(moduleOf(edited, 2)).not.toHaveProperty('filter');
    expect(shapeOf(edited)).toBe('1 2');
  });

  it('renames a module and the scenario', () => {
    const edited = renameScenario(renameModule(fixture, 2, 'Open it'), 'Rooms');
    expect([edited.name, placeOf(edited, 2)]).toEqual(['Rooms', { x: 300, y: 0, name: 'Open it' }]);
  });

  it('inserts a module with the next id, and moves the others to the right', () => {
    const edited = insertModule(fixture, 1, note('{{1.id}}', 'Note'));
    expect(shapeOf(edited)).toBe('1 3 2');
    expect([placeOf(edited, 3), placeOf(edited, 2)]).toEqual([
      { x: 300, y: 0, name: 'Note' },
      { x: 600, y: 0 },
    ]);
  });

  it('puts a router before a module, whose filter stays with the first route', () => {
    const edited = addRouter(fixture, 2, [note('{{1.name}}')]);
    expect(shapeOf(edited)).toBe('1 3[2][4]');
    expect(moduleOf(edited, 2)?.filter?.name).toBe('Large');
    expect([placeOf(edited, 2), placeOf(edited, 4)]).toEqual([
      { x: 600, y: 0 },
      { x: 600, y: 300 },
    ]);
    expect(shapeOf(insertModule(edited, 4, note('x')))).toBe('1 3[2][4 5]');
    expect(shapeOf(addRouter(edited, 4, [note('x')]))).toBe('1 3[2][5[4][6]]');
  });

  it('moves a module, and leaves it to the check to find what it no longer can read', () => {
    const three = insertModule(insertModule(fixture, 2, note('{{2.room}}')), 2, note('x'));
    expect(shapeOf(three)).toBe('1 2 4 3');
    expect(shapeOf(moveModule(three, 4, 1))).toBe('1 4 2 3');
    expect(checkBlueprint(moveModule(three, 3, 1))).toMatchObject([
      { reason: expect.stringContaining('reads module 2, which is not before it') },
    ]);
  });

  it('removes a module that none reads', () => {
    const three = insertModule(fixture, 2, note('{{2.room}}'));
    expect(shapeOf(removeModule(three, 3))).toBe('1 2');
    expect(() => removeModule(three, 2)).toThrow('Module 3 reads module 2, which is to be removed');
  });

  it('copies the scenario', () => {
    const copy = duplicateScenario(fixture);
    expect(copy).toEqual({ ...fixture, name: 'Open a room for each won record (copy)' });
    expect(duplicateScenario(fixture, 'Other').name).toBe('Other');
  });

  it.each<[string, () => unknown, string]>([
    ['a module that is not there', () => setMapper(fixture, 9, 'a', 'b'), 'has no module 9'],
    ['the first module', () => removeModule(fixture, 1), 'starts the scenario'],
    ['a router', () => removeModule(addRouter(fixture, 2, [note('x')]), 3), 'branches'],
    [
      'what follows a router',
      () => insertModule(addRouter(fixture, 2, [note('x')]), 3, note('x')),
      'router 3',
    ],
    ['a router at the start', () => addRouter(fixture, 1, [note('x')]), 'Nothing can stand before module 1'],
    ['a module behind itself', () => moveModule(fixture, 2, 2), 'cannot stand behind itself'],
  ])('refuses %s', (_, edit, message) => {
    expect(edit).toThrow(ScenarioError);
    expect(edit).toThrow(message);
    expect(edit).toThrow(/^[^\n]+\. [^\n]+\.$/);
  });
});

describe('a shipped scenario with edits', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('runs with a stock module in a route of its own, for three operations', async () => {
    const message = slackMessage({ channel: CHANNELS.wins, text: 'Won: {{1.record_id}}' });
    const scenario = openScenario({
      blueprint: addRouter(shipped, 2, [message]),
      world: makeWorldOf(world),
      apps: {
        'dealwire-placeholder': {
          app: generatedApp,
          version: 1,
          accounts: [accountOn(world)],
          common: secretsOf(world),
        },
      },
      slackToken: world.slack.token,
      start: 'now',
    });
    world.salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
    world.clock.advance(3 * 60_000);
    expect(await scenario.run()).toMatchObject({ status: 'success', operations: 3 });
    expect(world.slack.messages(CHANNELS.wins)).toMatchObject([{ text: `Won: ${DEMO_DEAL}` }]);
    expect(world.slack.channels().map(({ name }) => name)).toContain('deal-acme-corp-q3-new-customer');
  });
});

it('A field that is filled anew keeps its place in the file.', () => {
  const text = readFileSync(`${ROOT}/blueprints/deal-room/scenario.json`, 'utf8');
  const edited = setMapper(setMapper(shipped, 2, 'record_id', 'x'), 2, 'record_id', '{{1.record_id}}');
  expect(`${JSON.stringify(edited, null, 2)}\n`).toBe(text);
});

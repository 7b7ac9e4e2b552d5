import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { EXPERIMENTAL } from './experimental.ts';
import { REFUSALS } from './refusals.ts';
import { DIRECTIVES, FLOW_MODULES } from './scenario/blueprint.ts';
import { CUSTOM_WEBHOOK, STOCK_MODULES } from './scenario/stock/stock-modules.ts';

const README = readFileSync(`${import.meta.dirname}/README.md`, 'utf8');
const REQUEST = JSON.parse(readFileSync(`${import.meta.dirname}/schema/request.schema.json`, 'utf8'));
/** Directives that exist but are refused wherever they occur, or have no effect here. */
const NOT_RUN = ['ca', 'gzip', 'followAllRedirects', 'oauth', 'aws'];

it('The README lists what is refused, no more and no less.', () => {
  const listed = [...README.matchAll(/^\| `([a-z-]+)` \| ([^|]*) \|$/gm)].map(([, id, construct]) => [
    id,
    construct,
  ]);
  expect(listed).toEqual(Object.entries(REFUSALS).map(([id, { construct }]) => [id, construct]));
});

it('The README lists what is experimental, no more and no less.', () => {
  const listed = [...README.matchAll(/^\| `([a-z-]+)` \| (.*) \| (.*) \|$/gm)].map(([, ...cells]) => cells);
  expect(listed).toEqual(
    Object.entries(EXPERIMENTAL).map(([id, { construct, confirm }]) => [id, construct, confirm]),
  );
});

it.each([
  ...Object.keys(STOCK_MODULES),
  ...Object.values(FLOW_MODULES),
  ...Object.values(DIRECTIVES),
  CUSTOM_WEBHOOK,
])('The README names the module %s.', (name) => {
  expect(README).toContain(`\`${name}\``);
});

it('The README names no other module of Make.', () => {
  const named = [...README.matchAll(/`((?:builtin|util|json|datastore|gateway|slack):\w+)`/g)].map(
    ([, name]) => name,
  );
  expect(new Set(named)).toEqual(
    new Set([
      ...Object.keys(STOCK_MODULES),
      ...Object.values(FLOW_MODULES),
      ...Object.values(DIRECTIVES),
      CUSTOM_WEBHOOK,
    ]),
  );
});

it.each([
  ...Object.keys(REQUEST.definitions.request.properties).filter((name) => !NOT_RUN.includes(name)),
  ...Object.keys(REQUEST.definitions.response.properties),
])('The README says that the directive %s runs.', (name) => {
  expect(README.slice(README.indexOf('\nRequests:'), README.indexOf('\nScenarios:'))).toMatch(
    new RegExp(`\\b${name}\\b`),
  );
});
